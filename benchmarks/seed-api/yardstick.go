// A yardstick, not a ledger: balances in a map behind a mutex, as a first version of such a server often looks.
// It is not durable, wraps at 64 bits and knows no ids. `go run yardstick.go` prints the port that it chose.
package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"sync"
)

var (
	mutex    sync.Mutex
	balances = map[string]int64{}
)

func balance(response http.ResponseWriter, request *http.Request) {
	from := request.URL.Query().Get("from")
	mutex.Lock()
	value := balances[from]
	mutex.Unlock()
	fmt.Fprintf(response, "%d", value)
}

func transfer(response http.ResponseWriter, request *http.Request) {
	query := request.URL.Query()
	amount, err := strconv.ParseInt(query.Get("amount"), 10, 32)
	if err != nil {
		http.Error(response, "error: amount", http.StatusBadRequest)
		return
	}
	from, to := query.Get("from"), query.Get("to")
	mutex.Lock()
	balances[from] -= amount
	balances[to] += amount
	value := balances[from]
	mutex.Unlock()
	fmt.Fprintf(response, "%d", value)
}

func main() {
	http.HandleFunc("/api/balance", balance)
	http.HandleFunc("/api/transfer", transfer)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	_ = http.Serve(listener, nil)
}
