package preview

import (
	"errors"
	"net"
	"strconv"
	"syscall"

	"kollega/generator/site"
)

// manyPorts is how many ports are tried when nobody has chosen one.
const manyPorts = 20

// Listen begins to listen at an address. When somebody has chosen the port and it is
// busy, the error is a site.Problem that says so; otherwise the next free one is taken.
func Listen(bind string, port int, chosen bool) (net.Listener, error) {
	for try := 0; ; try++ {
		at := net.JoinHostPort(bind, strconv.Itoa(port+try))
		l, err := net.Listen("tcp", at)
		switch {
		case err == nil:
			return l, nil
		case !busy(err):
			return nil, site.Problem{Pos: site.Pos{File: at}, Code: "preview-address", Args: []any{plainly(err)}}
		case chosen || try == manyPorts:
			return nil, site.Problem{Pos: site.Pos{File: at}, Code: "preview-busy", Args: []any{port + try}}
		}
	}
}

func busy(err error) bool {
	const inUseOnWindows = syscall.Errno(10048)
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, inUseOnWindows)
}

func plainly(err error) string {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err.Error()
	}
	return err.Error()
}
