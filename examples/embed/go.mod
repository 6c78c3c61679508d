module example.com/embed

go 1.25

require github.com/openestimate/casualty v0.0.0

replace github.com/openestimate/casualty => ../..
