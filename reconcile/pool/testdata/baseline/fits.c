/* Plain DerSimonian-Laird and REML by Fisher scoring, the way a C programmer
 * would first write them: the measure of the benchmarks of this package. It
 * prints fits a second. The sets are those of bench_test.go.
 *
 *   gcc -O2 -o fits fits.c -lm && ./fits 5 dl 0.5
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SETS = 1024 };

struct fit { double mu, se, tau2, q; };

static uint64_t state = 1;

/* uniform is splitmix64 on (0, 1). */
static double uniform(void) {
	uint64_t z = (state += 0x9e3779b97f4a7c15u);
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	z ^= z >> 31;
	return ((z >> 11) + 0.5) / 9007199254740992.0;
}

/* normal is near enough: the sum of twelve uniforms. */
static double normal(void) {
	double s = -6;
	for (int i = 0; i < 12; i++) s += uniform();
	return s;
}

static struct fit dl(const double *y, const double *v, int k) {
	double s1 = 0, s2 = 0, sy = 0;
	for (int i = 0; i < k; i++) {
		double w = 1 / v[i];
		s1 += w;
		s2 += w * w;
		sy += w * y[i];
	}
	double mu = sy / s1, q = 0;
	for (int i = 0; i < k; i++) {
		double r = y[i] - mu;
		q += r * r / v[i];
	}
	double tau2 = (q - (k - 1)) / (s1 - s2 / s1);
	if (tau2 < 0) tau2 = 0;
	s1 = sy = 0;
	for (int i = 0; i < k; i++) {
		double w = 1 / (v[i] + tau2);
		s1 += w;
		sy += w * y[i];
	}
	return (struct fit){sy / s1, sqrt(1 / s1), tau2, q};
}

static struct fit reml(const double *y, const double *v, int k) {
	struct fit f = dl(y, v, k);
	double t = f.tau2;
	for (int iteration = 0; iteration < 100; iteration++) {
		double s1 = 0, s2 = 0, s3 = 0, sy = 0;
		for (int i = 0; i < k; i++) {
			double w = 1 / (v[i] + t);
			s1 += w;
			s2 += w * w;
			s3 += w * w * w;
			sy += w * y[i];
		}
		double mu = sy / s1, ypp = 0;
		for (int i = 0; i < k; i++) {
			double u = (y[i] - mu) / (v[i] + t);
			ypp += u * u;
		}
		double h = s2 / s1;
		double step = (ypp - (s1 - h)) / (s2 - 2 * s3 / s1 + h * h);
		double next = t + step;
		if (next < 0) next = 0;
		double change = fabs(next - t);
		t = next;
		if (change <= 1e-10 * (t + 1e-3)) break;
	}
	double s1 = 0, sy = 0;
	for (int i = 0; i < k; i++) {
		double w = 1 / (v[i] + t);
		s1 += w;
		sy += w * y[i];
	}
	return (struct fit){sy / s1, sqrt(1 / s1), t, f.q};
}

static double now(void) {
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(int argc, char **argv) {
	if (argc != 4) {
		fprintf(stderr, "usage: fits STUDIES dl|reml SECONDS\n");
		return 2;
	}
	int k = atoi(argv[1]);
	double seconds = atof(argv[3]);
	struct fit (*method)(const double *, const double *, int) = strcmp(argv[2], "dl") ? reml : dl;
	double *y = malloc(sizeof(double) * SETS * k), *v = malloc(sizeof(double) * SETS * k);
	for (int s = 0; s < SETS; s++) {
		double tau = uniform();
		for (int i = 0; i < k; i++) {
			v[s * k + i] = exp(normal()) / 10;
			y[s * k + i] = 3 + normal() * sqrt(v[s * k + i] + tau * tau);
		}
	}
	long fits = 0;
	double sink = 0, start = now(), ran;
	do {
		for (int s = 0; s < SETS; s++) {
			struct fit f = method(y + (long)s * k, v + (long)s * k, k);
			sink += f.mu + f.se + f.tau2 + f.q;
		}
		fits += SETS;
		ran = now() - start;
	} while (ran < seconds);
	printf("%.0f\n", fits / ran);
	return sink == 0;
}
