package cn.doublerandom.local;

import cn.doublerandom.verifier.Witness;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code DIR PORT KEYS PARENT}: the verifier's witness, until its parent is gone. */
final class WitnessProcess {
  private WitnessProcess() {}

  public static void main(String[] arguments) throws Exception {
    var witness =
        Witness.start(
            Identity.WITNESS,
            Path.of(arguments[0]),
            Files.readAllLines(Path.of(arguments[2])),
            Integer.parseInt(arguments[1]));
    ProcessHandle.of(Long.parseLong(arguments[3])).ifPresent(parent -> parent.onExit().join());
    witness.close();
  }
}
