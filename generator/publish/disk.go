package publish

import "os"

// disk is what publishing does to a disk. The real one is osDisk; tests have one
// whose k-th operation fails.
type disk struct {
	mkdirAll  func(path string) error
	writeFile func(path string, data []byte) error
	rename    func(from, to string) error
	exchange  func(a, b string) error // both names at once, or an error with nothing done
	removeAll func(path string) error
}

var osDisk = disk{
	mkdirAll:  func(path string) error { return os.MkdirAll(path, 0o777) },
	writeFile: func(path string, data []byte) error { return os.WriteFile(path, data, 0o666) },
	rename:    os.Rename,
	exchange:  exchange,
	removeAll: os.RemoveAll,
}
