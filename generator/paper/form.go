package paper

func (t *tab) mark() error { return nil }

func (f file) fields(t *tab, doc *Document) error { return nil }
