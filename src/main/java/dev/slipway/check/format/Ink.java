package dev.slipway.check.format;

/** How words stand out; whoever knows that a terminal shows it gives colours. */
public interface Ink {
  /** Nothing stands out. */
  Ink PLAIN =
      new Ink() {
        @Override
        public String strong(String text) {
          return text;
        }

        @Override
        public String bad(String text) {
          return text;
        }

        @Override
        public String warning(String text) {
          return text;
        }

        @Override
        public String faint(String text) {
          return text;
        }
      };

  String strong(String text);

  String bad(String text);

  String warning(String text);

  String faint(String text);
}
