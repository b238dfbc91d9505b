# Types words into an interactive zsh that has the script, each with a tab at its end, and prints what stands on the line
# then. usage: zsh -f complete.zsh SCRIPT WORDS...
zmodload zsh/zpty

# Reads what the child says until a pattern is in it.
until_said() {
  local part
  said=
  while [[ $said != $~1 ]]; do
    zpty -r child part || exit 1
    said+=$part
  done
}

zpty child zsh -f -i
zpty -w child "${CHILD_SETUP:-:}; PROMPT=; autoload -Uz compinit; compinit -u -D; source ${(q)1}"
zpty -w child 'shown() { print -r -- "<""<$BUFFER>"">"; BUFFER= }; zle -N shown; bindkey "^I" complete-word; bindkey "^X" shown'
zpty -w child 'print "rea""dy"'
until_said '*ready*'
shift
for words; do
  zpty -w -n child "$words"$'\t'
  zpty -w -n child $'\x18'
  until_said '*<<*>>*'
  print -r -- ${${said##*<<}%%>>*}
done
zpty -d child
