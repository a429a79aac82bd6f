package cn.doublerandom.local;

import cn.doublerandom.embedded.ExampleProgram;
import java.nio.file.Path;

/** The programs of {@code deploy/examples} beside a whole suite. */
final class Example {
  private final Home home;
  private final Stack stack;

  Example(Home home, Stack stack) {
    this.home = home;
    this.stack = stack;
  }

  /**
   * Rebuilds all published notices.
   *
   * @param into file of the notices
   * @return its last line
   */
  String mirror(Path into) {
    return ExampleProgram.run(
        home.root(), "NoticeMirror.java", "127.0.0.1:" + stack.ports().kafka(), into.toString());
  }
}
