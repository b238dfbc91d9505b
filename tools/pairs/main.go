// Command pairs runs two commands in turn and prints how the first compares with the second.
//
//	pairs [-n RUNS] [-name NAME] [-time-limit RATIO] [-memory-limit RATIO] 'COMMAND A' 'COMMAND B'
//
// Both are run by /bin/sh, A B A B …, after one run of each that is not counted. Time is the wall
// clock of the whole process, memory the largest resident size of a single process. A ratio is
// taken pair by pair, and the median is printed: it holds when the machine's speed drifts. The
// processor time beside it, of all threads together, holds when other work keeps the machine busy.
// Exit status 1 where a median ratio is above its limit, 2 where a command fails.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"sort"
	"syscall"
	"time"
)

type run struct {
	seconds   float64
	processor float64
	mib       float64
}

func main() {
	runs := flag.Int("n", 11, "counted runs of each command")
	name := flag.String("name", "", "what is compared")
	timeLimit := flag.Float64("time-limit", 0, "largest ratio of times that passes; 0 for none")
	memoryLimit := flag.Float64("memory-limit", 0, "largest ratio of memory that passes; 0 for none")
	flag.Parse()
	if flag.NArg() != 2 || *runs < 1 {
		flag.Usage()
		os.Exit(2)
	}
	a, b := flag.Arg(0), flag.Arg(1)
	measure(a)
	measure(b)
	var times, processors, memories []float64
	var aSeconds, bSeconds, aProcessor, bProcessor, aMib, bMib []float64
	for range *runs {
		ra, rb := measure(a), measure(b)
		times = append(times, ra.seconds/rb.seconds)
		processors = append(processors, ra.processor/rb.processor)
		memories = append(memories, ra.mib/rb.mib)
		aSeconds, bSeconds = append(aSeconds, ra.seconds), append(bSeconds, rb.seconds)
		aProcessor, bProcessor = append(aProcessor, ra.processor), append(bProcessor, rb.processor)
		aMib, bMib = append(aMib, ra.mib), append(bMib, rb.mib)
	}
	timeRatio, memoryRatio := median(times), median(memories)
	fmt.Printf("%-34s time %5.2f (%.3f s / %.3f s)%s  processor %5.2f (%.3f s / %.3f s)  memory %5.2f (%.0f / %.0f MiB)%s\n",
		*name,
		timeRatio, median(aSeconds), median(bSeconds), verdict(timeRatio, *timeLimit),
		median(processors), median(aProcessor), median(bProcessor),
		memoryRatio, median(aMib), median(bMib), verdict(memoryRatio, *memoryLimit))
	if over(timeRatio, *timeLimit) || over(memoryRatio, *memoryLimit) {
		os.Exit(1)
	}
}

func over(ratio, limit float64) bool {
	return limit > 0 && ratio > limit
}

func verdict(ratio, limit float64) string {
	switch {
	case limit == 0:
		return ""
	case over(ratio, limit):
		return fmt.Sprintf(" ABOVE %.2f", limit)
	default:
		return fmt.Sprintf(" ≤ %.2f", limit)
	}
}

func measure(command string) run {
	cmd := exec.Command("/bin/sh", "-c", "exec "+command)
	cmd.Stderr = os.Stderr
	start := time.Now()
	err := cmd.Run()
	seconds := time.Since(start).Seconds()
	if err != nil {
		fmt.Fprintf(os.Stderr, "pairs: %s: %v\n", command, err)
		os.Exit(2)
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	processor := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	return run{seconds, processor.Seconds(), float64(usage.Maxrss) / 1024}
}

func median(values []float64) float64 {
	sorted := append([]float64(nil), values...)
	sort.Float64s(sorted)
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}
