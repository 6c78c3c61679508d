package source

// A Kind is what sort of body or person a source is.
type Kind string

const (
	Government          Kind = "government"
	Military            Kind = "military"
	IntelligenceService Kind = "intelligence_service"
	LocalAuthority      Kind = "local_authority"
	ArmedGroup          Kind = "armed_group"
	Intergovernmental   Kind = "intergovernmental"
	Court               Kind = "court"
	NGO                 Kind = "ngo"
	ReliefAgency        Kind = "relief_agency"
	Academic            Kind = "academic"
	Media               Kind = "media"
	OSINT               Kind = "osint"
	Insider             Kind = "insider"
	Witness             Kind = "witness"
	Analyst             Kind = "analyst"
	SocialMedia         Kind = "social_media"
	Other               Kind = "other"
)

// Kinds returns the accepted words, in the order of the file format.
func Kinds() []Kind {
	return []Kind{Government, Military, IntelligenceService, LocalAuthority, ArmedGroup,
		Intergovernmental, Court, NGO, ReliefAgency, Academic, Media, OSINT, Insider, Witness,
		Analyst, SocialMedia, Other}
}

// Validate returns a *WordError for a word outside the vocabulary.
func (k Kind) Validate() error {
	switch k {
	case "", Government, Military, IntelligenceService, LocalAuthority, ArmedGroup,
		Intergovernmental, Court, NGO, ReliefAgency, Academic, Media, OSINT, Insider, Witness,
		Analyst, SocialMedia, Other:
		return nil
	}
	return Check("kind", k, Kinds())
}
