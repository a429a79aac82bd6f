package cn.doublerandom.local;

import cn.doublerandom.verifier.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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

  /**
   * The public key of the witness that stands in for one outside; empty before its first start.
   *
   * @param directory of the witness
   */
  static Optional<String> key(Path directory) throws IOException {
    Path kept = directory.resolve("witness.key");
    return Files.exists(kept) ? Optional.of(Files.readAllLines(kept).get(1)) : Optional.empty();
  }
}
