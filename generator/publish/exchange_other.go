//go:build !linux

package publish

import "errors"

// exchange can't be done here; two renames are made instead.
func exchange(a, b string) error { return errors.ErrUnsupported }
