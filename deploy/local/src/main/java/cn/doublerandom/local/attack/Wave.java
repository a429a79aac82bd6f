package cn.doublerandom.local.attack;

import java.io.IOException;

/** One kind of attack. */
interface Wave {
  String name();

  void run(Target target, Tally tally) throws IOException, InterruptedException;
}
