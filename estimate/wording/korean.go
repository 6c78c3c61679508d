package wording

import (
	"strings"
	"unicode/utf8"
)

// Korean. A number, its counter and its particles are written together; the
// splitter takes a run of Hangul apart at known words, so a noun is listed with
// the particles that may follow it (josa), and the particles 이 and 만, which are
// also two and ten thousand, are never left to stand alone. 여 after a number,
// and 남짓, say a little more than it.
var korean = language{
	code: "ko", name: "Korean", counted: true,
	words: []group{
		{unit(0), "영"}, {unit(1), "일, 한, 하나"}, {unit(2), "이, 두, 둘"}, {unit(3), "삼, 세, 셋"}, {unit(4), "사, 네, 넷"},
		{unit(5), "오, 다섯"}, {unit(6), "육, 여섯"}, {unit(7), "칠, 일곱"}, {unit(8), "팔, 여덟"}, {unit(9), "구, 아홉"},
		{unit(20), "스물, 스무"}, {unit(30), "서른"}, {unit(40), "마흔"}, {unit(50), "쉰"}, {unit(60), "예순"}, {unit(70), "일흔"},
		{unit(80), "여든"}, {unit(90), "아흔"},
		{times(10), "십, 열"}, {times(100), "백"}, {times(1e3), "천"},
		{scale(1e4), "만"}, {scale(1e8), "억"}, {scale(1e12), "조"},
		{plural(10), "수십"}, {plural(100), "수백"}, {plural(1e3), "수천"}, {plural(1e4), "수만"}, {plural(1e5), "수십만"},
		{plural(1e6), "수백만"}, {plural(1e7), "수천만"}, {plural(1e8), "수억"},
		{quantifier(few), "몇, 몇몇"}, {quantifier(several), "여러"}, {quantifier(couple), "두어, 두세"}, {quantifier(many), "다수의, 다수, 많은"},
		{sense{roles: roleQuantifier, term: few, value: 10}, "몇십"}, {sense{roles: roleQuantifier, term: few, value: 100}, "몇백"},
		{sense{roles: roleQuantifier, term: few, value: 1e3}, "몇천"}, {sense{roles: roleQuantifier, term: few, value: 1e4}, "몇만"},
		{as(roleAnd), "및, 그리고, 와, 과"},
		{as(roleZero), "아무도, 한 명도, 단 한 명도, 한 사람도"},
		{as(roleUnknown), "수 미상의, 수 미상, 알 수 없는 수의, 알려지지 않은 수의, 불상의, 미상의, 정확히 알 수 없는 수의"},

		{before(exactly), "정확히, 총, 모두, 도합, 합계"},
		{before(about), "약, 대략, 어림잡아, 얼추, 대충"},
		{before(nearly), "거의, 근"},
		{before(atLeast), "최소, 최소한, 적어도, 적게는, 최하, 못해도"},
		{before(atMost), "최대, 많게는, 많아야, 기껏해야, 최고"},
		{after(atLeast), "이상, 이상이, 이상의, 이상을, 이상은, 이상이다, 이상으로, 이상인"},
		{after(atMost), "이하, 이하의, 이하로, 이하가, 이하이다, 이내"},
		{after(fewerThan), "미만, 미만의, 미만이다, 미만으로, 못 미치는, 못미치는"},
		{after(moreThan), "여, 남짓, 초과, 넘는, 넘게, 넘었다, 넘어섰다, 넘어선, 넘어, 넘을, 넘고, 넘은, 넘었을, 웃도는, 웃돈다, 웃돌았다, 상회하는, 상회한다, 상회했다, 돌파, 돌파했다, 돌파한, 이상을 넘는"},
		{after(about), "가량, 가량의, 가량이, 정도, 정도의, 정도가, 안팎, 안팎의, 안팎이, 내외, 내외의, 쯤"},
		{after(nearly), "가까이, 가까운, 육박, 육박하는, 육박한다, 육박했다, 육박한, 근접한"},
		{modal(possible), "아마, 어쩌면, 혹시, 가능성, 가능성이 있다, 가능성이, 가능성도, 수 있다, 수도 있다, 수 있는, 수도 있는, 수 있다고"},
		{modal(likely), "추정, 추정된다, 추정되는, 추정됐다, 추정하고 있다, 추정했다, 것으로 추정된다, 것으로 추정, 것으로 보인다, 것으로 보이는, 것으로 보고 있다, 유력하다"},
		{modal(highlyLikely), "거의 확실히, 확실시된다, 확실시되는"},
		{as(roleTo), "에서, 명에서, 내지, 혹은, 또는, 이나"},
		{as(rolePerhaps), "혹은, 많게는, 어쩌면, 심지어"},
		{as(roleFiller), "무려, 불과, 지금까지, 현재, 현재까지, 이미, 추가로, 등, 등이, 등을, 달하는, 달한다, 달했다, 이르는, 이른다, 이르렀다, 에, 의, 은, 는, 가, 을, 를, 도, 으로, 로, 이라고, 라고, 이며, 이고, 인, 이다, 것으로, 집계됐다, 집계된, 확인된, 확인됐다, 알려졌다, 전해졌다, 나타났다, 있다, 했다, 하고, 하는, 해, 했으며, 됐다, 되고, 됐으며, 된, 됐고, 중, 가운데, 그, 규모, 규모의"},
		{as(rolePeople), josa("명, 여명, 사람, 인원, 군인, 병사, 장병, 병력, 민간인, 주민, 시민, 국민, 북한군, 러시아군, 우크라이나군, 한국인, 외국인, 어린이, 아동, 아이, 여성, 남성, 노인, 학생, 승객, 탑승자, 승무원, 선원, 직원, 근로자, 노동자, 경찰, 경찰관, 소방관, 기자, 대원, 무장대원, 전투원, 관광객, 환자, 가족, 인명")},
		{sense{roles: rolePeople | roleMeasure, measure: killed}, josa("사망자, 전사자, 희생자, 숨진 사람")},
		{sense{roles: rolePeople | roleMeasure, measure: wounded}, josa("부상자, 중상자, 경상자")},
		{sense{roles: rolePeople | roleMeasure, measure: missing}, josa("실종자")},
		{sense{roles: rolePeople | roleMeasure, measure: captured}, josa("포로")},
		{sense{roles: rolePeople | roleMeasure, measure: killedOrWounded}, josa("사상자, 인명피해")},
		{sense{roles: rolePeople | roleMeasure, measure: displaced}, josa("이재민, 피란민, 피난민, 난민, 실향민")},
		{sense{roles: rolePeople | roleMeasure, measure: bodies}, josa("시신, 유해")},
		{sense{roles: rolePeople}, "구의, 구가, 구를"},
		{counts(killed), "사망, 사망했다, 사망한, 사망하고, 사망했으며, 사망했고, 사망해, 사망하는, 숨졌다, 숨진, 숨지고, 숨져, 숨졌으며, 숨졌고, 숨지는, 숨졌다고, 사망했다고, 전사, 전사했다, 전사한, 전사하고, 전사했다고, 죽었다, 죽은, 죽고, 죽었다고, 목숨을 잃었다, 목숨을 잃은, 희생됐다, 희생된, 희생, 사살, 사살됐다, 사살했다, 살해, 살해됐다, 살해된, 피살, 피살됐다, 숨을 거뒀다"},
		{counts(wounded), "부상, 부상했다, 부상당했다, 부상을 입었다, 부상을 입은, 부상을 당했다, 부상하고, 다쳤다, 다친, 다치고, 다쳐, 다쳤으며, 다쳤고, 다쳤다고, 부상했다고, 중상, 중상을 입었다, 경상"},
		{counts(missing), "실종, 실종됐다, 실종된, 실종되고, 실종됐으며, 실종 상태, 행방불명, 행방불명됐다, 연락이 두절됐다"},
		{counts(captured), "생포, 생포됐다, 생포했다, 생포된, 포로로 잡혔다, 포로로 잡힌, 붙잡혔다"},
		{counts(killedOrWounded), "사상, 숨지거나 다쳤다, 숨지거나 다친, 죽거나 다쳤다, 죽거나 다친, 사망하거나 부상했다, 사망하거나 다쳤다, 사상자가 발생했다"},
		{counts(displaced), "대피, 대피했다, 대피한, 피란, 피란길에 올랐다, 집을 잃었다, 집을 잃은"},
		{counts(deployed), "파병, 파병했다, 파병된, 파병됐다, 파견, 파견했다, 파견된, 배치, 배치됐다, 배치했다, 투입, 투입됐다, 투입했다"},
		{counts(losses), "손실, 손실을, 손실이, 병력 손실"},

		{not(Calendar), "월, 년, 일, 일에, 일부터, 일까지, 일의, 일은, 일째, 년대, 년에, 년부터, 월에, 월부터, 월까지, 일자, 년의, 년간"},
		{not(Clock), "시, 분, 초, 시께, 분께, 시에, 분에, 시쯤"},
		{not(Duration), "시간, 시간여, 일간, 주간, 개월, 주, 분간, 초간, 년여"},
		{not(Age), "세, 살, 대의, 세의, 살의, 살짜리"},
		{not(Measurement), "킬로미터, 미터, 센티미터, 밀리미터, 킬로그램, 톤, 그램, 리터, 제곱킬로미터, 헥타르, 평, 도, 규모의 지진, 노트, 해리, 구경"},
		{not(Money), "원, 달러, 유로, 엔, 위안, 루블, 원의, 달러의, 만원, 억원, 조원"},
		{not(OtherCount), "대, 척, 발, 문, 기, 량, 채, 동, 곳, 건, 회, 차례, 개, 마리, 가구, 세대, 번, 편, 층, 점, 표, 석, 개국, 나라, 전차, 차량, 드론, 미사일, 건물, 주택, 생존자, 구조됐다, 구조된, 구조, 위, 호, 종, 쪽, 페이지, 명단"},
		{not(Designation), "여단, 사단, 연대, 대대, 군단, 중대, 소대, 함대, 호실, 호선"},
		{sense{roles: roleFraction, reason: Percentage}, "%, 퍼센트, 프로, 퍼센트의"},
		{as(roleFraction), "분의, 절반, 절반이, 절반의, 절반은, 과반"},
		{as(roleOrdinal), "번째, 차, 째, 번째로, 위에, 등급"},
		{as(roleLabel), "제, 오전, 오후, 규모"},
		{as(roleCurrency), "$, ₩, €"},
		{as(roleDenial), "부인했다, 부인하며, 부인한, 부인하고, 일축했다, 반박했다, 허위로"},
		{as(roleUntrue), "사실이 아니다, 사실이 아니라고, 사실무근, 사실무근이라고, 허위라고, 거짓이라고, 부인했다, 일축했다, 반박했다"},
		{as(roleEarlier), "당초, 앞서, 종전, 종전의, 기존, 이전, 애초"},
		{as(roleClause), "했지만, 그러나, 하지만, 반면, 밝혔다, 말했다, 전했다, 발표했다, 보도했다, 주장했다, 따르면, 밝혔으나, 했으나, 며"},
		{as(roleIncluding), "포함, 포함한, 포함해, 포함하여, 포함해서, 이 중, 그중, 이 가운데"},
	},
}

// josa lists nouns with the particles that may be written to them, by whether
// the noun ends in a consonant.
func josa(nouns string) string {
	var list []string
	for noun := range strings.SplitSeq(nouns, ",") {
		noun = strings.TrimSpace(noun)
		last, _ := utf8.DecodeLastRuneInString(noun)
		particles := "가,는,를,와,로,라고,며,고,다"
		switch final := (last - 0xAC00) % 28; {
		case final == 8: // ㄹ
			particles = "이,은,을,과,로,이라고,이며,이고,이다"
		case final != 0:
			particles = "이,은,을,과,으로,이라고,이며,이고,이다"
		}
		list = append(list, noun)
		for p := range strings.SplitSeq(particles+",의,에,도,만,까지,들,들이,들은,들을,에게", ",") {
			list = append(list, noun+p)
		}
	}
	return strings.Join(list, ",")
}
