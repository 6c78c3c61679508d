package source

import (
	"fmt"
	"slices"
)

// A Method says how a figure was arrived at. Each facet may be unstated.
type Method struct {
	Basis        []Basis      `json:"basis,omitempty"`
	Rule         Rule         `json:"rule,omitempty"`
	Verification Verification `json:"verification,omitempty"`
	Detail       string       `json:"detail,omitempty"` // its own words; read by no rule
}

// IsZero reports whether nothing is stated.
func (m Method) IsZero() bool {
	return len(m.Basis) == 0 && m.Rule == "" && m.Verification == "" && m.Detail == ""
}

// Or returns m with each unstated facet taken from def.
func (m Method) Or(def Method) Method {
	if len(m.Basis) == 0 {
		m.Basis = def.Basis
	}
	if m.Rule == "" {
		m.Rule = def.Rule
	}
	if m.Verification == "" {
		m.Verification = def.Verification
	}
	if m.Detail == "" {
		m.Detail = def.Detail
	}
	return m
}

// Recorded reports whether the method records individual deaths: its rule is
// confirmed, or one of its bases records and none estimates. Such a count says
// nothing of those it did not reach.
func (m Method) Recorded() bool {
	if m.Rule == Confirmed {
		return true
	}
	return slices.ContainsFunc(m.Basis, Basis.Records) && !m.Estimates()
}

// Estimates reports whether a basis of the method infers deaths it did not
// record.
func (m Method) Estimates() bool { return slices.ContainsFunc(m.Basis, Basis.Estimates) }

// Faults returns every facet outside its vocabulary.
func (m *Method) Faults() []Fault {
	var fs []Fault
	for i, b := range m.Basis {
		if b == "" {
			fs = append(fs, Fault{fmt.Sprintf("basis[%d]", i), "", Check("basis", Basis(" "), Bases())})
		} else if err := b.Validate(); err != nil {
			fs = append(fs, Fault{fmt.Sprintf("basis[%d]", i), string(b), err})
		}
	}
	if err := m.Rule.Validate(); err != nil {
		fs = append(fs, Fault{"rule", string(m.Rule), err})
	}
	if err := m.Verification.Validate(); err != nil {
		fs = append(fs, Fault{"verification", string(m.Verification), err})
	}
	return fs
}

// A Basis is what a figure rests on.
type Basis string

const (
	NamedList              Basis = "named_list"
	DeathRegistry          Basis = "registry"
	BodyCount              Basis = "body_count"
	IncidentAggregation    Basis = "incident_aggregation"
	HospitalRecords        Basis = "hospital_records"
	RecordLinkage          Basis = "record_linkage"
	Survey                 Basis = "survey"
	Demographic            Basis = "demographic" // census or population difference
	MultipleSystems        Basis = "multiple_systems"
	ExcessModel            Basis = "excess_model"
	Imagery                Basis = "imagery"
	IntelligenceAssessment Basis = "intelligence_assessment"
	OfficialCount          Basis = "official_count" // a government's count by no stated method
	BattlefieldClaim       Basis = "battlefield_claim"
	Ratio                  Basis = "ratio"
	Extrapolation          Basis = "extrapolation"
	Model                  Basis = "model"
	Interview              Basis = "interview"
	CourtFinding           Basis = "court_finding"
	Quotation              Basis = "quotation"
)

// Bases returns the accepted words, in the order of the file format.
func Bases() []Basis {
	return []Basis{NamedList, DeathRegistry, BodyCount, IncidentAggregation, HospitalRecords,
		RecordLinkage, Survey, Demographic, MultipleSystems, ExcessModel, Imagery,
		IntelligenceAssessment, OfficialCount, BattlefieldClaim, Ratio, Extrapolation, Model,
		Interview, CourtFinding, Quotation}
}

// Records reports whether the basis records deaths one by one.
func (b Basis) Records() bool {
	switch b {
	case NamedList, DeathRegistry, BodyCount, IncidentAggregation, HospitalRecords, RecordLinkage:
		return true
	}
	return false
}

// Estimates reports whether the basis infers deaths that it did not record.
func (b Basis) Estimates() bool {
	switch b {
	case Survey, MultipleSystems, ExcessModel, Extrapolation, Ratio, Model, Demographic:
		return true
	}
	return false
}

// Validate returns a *WordError for a word outside the vocabulary.
func (b Basis) Validate() error {
	switch b {
	case "", IntelligenceAssessment, OfficialCount, BattlefieldClaim, Imagery, Interview,
		CourtFinding, Quotation:
		return nil
	}
	if b.Records() || b.Estimates() {
		return nil
	}
	return Check("basis", b, Bases())
}

// A Rule is what a source includes when it is in doubt.
type Rule string

const (
	Confirmed    Rule = "confirmed" // only what is confirmed case by case
	Conservative Rule = "conservative"
	Central      Rule = "central"
	Inclusive    Rule = "inclusive"
	Maximum      Rule = "maximum"
)

// Rules returns the accepted words.
func Rules() []Rule { return []Rule{Confirmed, Conservative, Central, Inclusive, Maximum} }

// Validate returns a *WordError for a word outside the vocabulary.
func (r Rule) Validate() error {
	switch r {
	case "", Confirmed, Conservative, Central, Inclusive, Maximum:
		return nil
	}
	return Check("rule", r, Rules())
}

// Verification is how far a figure was checked before it was given.
type Verification string

const (
	Claimed  Verification = "claimed"
	Checked  Verification = "checked"
	Verified Verification = "verified"
)

// Verifications returns the accepted words.
func Verifications() []Verification { return []Verification{Claimed, Checked, Verified} }

// Validate returns a *WordError for a word outside the vocabulary.
func (v Verification) Validate() error {
	switch v {
	case "", Claimed, Checked, Verified:
		return nil
	}
	return Check("verification", v, Verifications())
}
