package dev.slipway.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferencePageTest {

  @Test
  void aPageHasASectionForEveryDefinition() {
    assertThat(ReferencePage.write("Yards", "What a yard's file may hold.", Yard.YARD))
        .isEqualTo(
            """
            # Yards

            What a yard's file may hold.

            ## Yard

            A place where ships are built.

            ```yaml
            name: home
            flag: south
            docks:
              - name: north
                berths: 3
              - name: south
            mainDock: north
            gateCode: ${env:GATE}
            tide: 2h
            open: true
            keys: [{drawer: top}, {lentTo: jo, days: 3}]
            extra: {sign: {color: red}}
            ```

            | Field | Value | Left out | Meaning |
            |---|---|---|---|
            | `name` | a DNS label | required | What the yard is called. |
            | `flag` | `north` or `south` | `north` | Under which flag it is. `north`: blue. `south`: red. |
            | `docks` | a list of [docks](#dock) | required | The docks. |
            | `mainDock` | a name of a dock | | The dock that is meant by default. |
            | `gateCode` | a string, `${env:NAME}` or `${file:path}` | | What opens the gate. |
            | `tide` | a duration such as `500ms`, `30s` or `1h30m` | `1h30m` | How long the tide lasts. |
            | `open` | `true` or `false` | `false` | Whether strangers may come in. Since 0.2. |
            | `keys` | a list of keys ([`drawer:`](#held-key) or [`lentTo:`](#lent-key)) | | The keys of the gate. |
            | `extra` | a map of anything | | Anything else. |
            | `boss` | a string | | Who is in charge. **Deprecated.** Say it under 'extra'. |

            ## Dock

            Where ships lie.

            ```yaml
            name: north
            berths: 3
            size: small
            labels: {team: a}
            gates: [left, right]
            ```

            | Field | Value | Left out | Meaning |
            |---|---|---|---|
            | `name` | a DNS label | required | What the dock is called. |
            | `berths` | an integer from 1 to 10 | `2` | How many ships fit in. |
            | `size` | a string or [a size](#size) | small | How large. |
            | `labels` | a map from label keys to strings | | What it is marked with. |
            | `gates` | a string or a list of strings | | Where it opens. |

            ## Held key

            A key in a drawer.

            ```yaml
            drawer: top
            ```

            | Field | Value | Left out | Meaning |
            |---|---|---|---|
            | `drawer` | a string | required | Where it lies. |

            ## Lent key

            A key that somebody has.

            ```yaml
            lentTo: jo
            days: 14
            ```

            | Field | Value | Left out | Meaning |
            |---|---|---|---|
            | `lentTo` | a string | required | Who has it. |
            | `days` | an integer of 1 or more | `7` | For how long. |

            ## Size

            How large a dock is.

            ```yaml
            cores: 500m
            memory: 2Gi
            ```

            | Field | Value | Left out | Meaning |
            |---|---|---|---|
            | `cores` | a number of CPU cores such as `2`, `0.5` or `500m` | required | How many cores it has. |
            | `memory` | a size with its unit such as `512Mi` or `1.5Gi` | required | How much memory it has. |
            """);
  }
}
