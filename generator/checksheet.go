package generator

import (
	"cmp"

	"kollega/generator/site"
)

// strict sees that a worksheet is no looser than the site: what an organisation has
// decided of its readers' answers holds for every sheet.
func (c *checker) strict() {
	p, rule := c.page, c.h.Config.Workbook
	whole := site.Pos{File: p.Source}
	if p.Storage != "" && site.Stricter(rule.Storage, p.Storage) != p.Storage {
		c.report(cmp.Or(p.StorageAt, whole), "storage-looser", site.StorageName(p.Storage), site.StorageName(rule.Storage))
	}
	if p.KeepMonths > 0 && site.Shorter(rule.KeepMonths, p.KeepMonths) != p.KeepMonths {
		c.report(cmp.Or(p.KeepMonthsAt, whole), "keep-longer", p.KeepMonths, rule.KeepMonths)
	}
}
