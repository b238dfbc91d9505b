package main

import (
	"errors"
	"fmt"
	"math/bits"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// prove checks everything that the script demands of the container and reports all that is wrong at once.
func prove(script *Script) error {
	var wrong []error
	for _, name := range script.Env {
		if os.Getenv(name) == "" {
			wrong = append(wrong, fmt.Errorf("environment variable %s is missing or empty", name))
		}
	}
	for _, file := range script.Files {
		text, err := os.ReadFile(os.ExpandEnv(file))
		if err == nil && len(text) == 0 {
			err = fmt.Errorf("%s is empty", file)
		}
		if err != nil {
			wrong = append(wrong, err)
		}
	}
	for _, folder := range script.Writable {
		if err := write(os.ExpandEnv(folder)); err != nil {
			wrong = append(wrong, fmt.Errorf("%s is not writable: %w", folder, err))
		}
	}
	for _, folder := range script.ReadOnly {
		if write(os.ExpandEnv(folder)) == nil {
			wrong = append(wrong, fmt.Errorf("%s is writable", folder))
		}
	}
	return errors.Join(wrong...)
}

func write(folder string) error {
	file := filepath.Join(folder, ".stand-in-"+strconv.Itoa(os.Getpid()))
	if err := os.WriteFile(file, []byte("written by the stand-in\n"), 0o600); err != nil {
		return err
	}
	return os.Remove(file)
}

// identity says who the process is, in one line that tests can look for:
// "uid=1000 gid=1000 groups=1000,2000 bounding=SETGID,SETUID noNewPrivileges=1 seccomp=2".
func identity() string {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return fmt.Sprintf("uid=%d gid=%d (%v)", os.Getuid(), os.Getgid(), err)
	}
	field := map[string]string{}
	for _, line := range strings.Split(string(status), "\n") {
		name, value, _ := strings.Cut(line, ":")
		field[name] = strings.TrimSpace(value)
	}
	return fmt.Sprintf("uid=%d gid=%d groups=%s bounding=%s noNewPrivileges=%s seccomp=%s",
		os.Getuid(), os.Getgid(), strings.Join(strings.Fields(field["Groups"]), ","),
		capabilities(field["CapBnd"]), field["NoNewPrivs"], field["Seccomp"])
}

// The kernel's order: include/uapi/linux/capability.h.
var capabilityNames = strings.Fields(`CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP
	LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT
	SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE
	AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF
	CHECKPOINT_RESTORE`)

func capabilities(mask string) string {
	set, err := strconv.ParseUint(mask, 16, 64)
	if err != nil {
		return mask
	}
	var names []string
	for ; set != 0; set &= set - 1 {
		bit := bits.TrailingZeros64(set)
		if bit < len(capabilityNames) {
			names = append(names, capabilityNames[bit])
		} else {
			names = append(names, strconv.Itoa(bit))
		}
	}
	return strings.Join(names, ",")
}
