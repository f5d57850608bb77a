package site

// Rename is a word of the handbook and the organisation's own word for it, with the
// forms of each: [terms] in site.toml.
type Rename struct {
	Lang     string   // "" for every language
	From, To []string // form by form; a hyphen at the end or the beginning is a part of a compound
	Pos      Pos
}

// Value is something an organisation says of itself once and its pages show by name:
// [values] in site.toml.
type Value struct {
	Name  string
	Texts map[string]string // by language; "" for every language that has no other
}

// Values are all that pages can show, [values] and what is known of the organisation.
func (c *Config) ValueNames() []string {
	var names []string
	for name, text := range c.ofOrganisation() {
		if text != "" {
			names = append(names, name)
		}
	}
	for _, v := range c.Values {
		names = append(names, v.Name)
	}
	return names
}

// Value is what a page of a language shows for {{ name }}, and whether there is such a
// value.
func (c *Config) Value(name, lang string) (string, bool) {
	if text := c.ofOrganisation()[name]; text != "" {
		return text, true
	}
	for _, v := range c.Values {
		if v.Name != name {
			continue
		}
		for _, l := range []string{lang, "", c.Language} {
			if text := v.Texts[l]; text != "" {
				return text, true
			}
		}
	}
	return "", false
}

func (c *Config) ofOrganisation() map[string]string {
	return map[string]string{"org.name": c.Organisation, "org.contact": c.Contact}
}
