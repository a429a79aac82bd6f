package cn.doublerandom.local.attack;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** All waves, one after the other; each tells what it came to. */
public final class Attack {
  private final Target target;
  private final Tally tally;
  private final Consumer<String> tell;

  public Attack(Target target, Tally tally, Consumer<String> tell) {
    this.target = target;
    this.tally = tally;
    this.tell = tell;
  }

  /** What takes half a minute and needs nothing to have happened in the office. */
  public void small() throws IOException, InterruptedException {
    run(
        new TokenTests(),
        new PathTricks(),
        new RawHttp1(false),
        new RawHttp2(),
        new SlowTalk(false),
        new RoleMatrix(false),
        new Bombs(false),
        new Headers());
  }

  /** What may come in any order, shuffled by the seed. */
  public void whole(long seed) throws IOException, InterruptedException {
    List<Wave> waves =
        new java.util.ArrayList<>(
            List.of(
                new TokenTests(),
                new PathTricks(),
                new RawHttp1(true),
                new RawHttp2(),
                new SlowTalk(true),
                new Bombs(true),
                new Headers(),
                new Injection()));
    java.util.Collections.shuffle(waves, new Random(seed));
    run(waves.toArray(Wave[]::new));
  }

  /**
   * What is asked of an office in which something is sealed; the matrix comes last, for it acts.
   */
  public void overWhatIsSealed() throws IOException, InterruptedException {
    run(new Silence(), new RoleMatrix(true));
  }

  private void run(Wave... waves) throws IOException, InterruptedException {
    for (Wave wave : waves) {
      tally.begin(wave.name());
      int[] before = tally.counts();
      long began = System.nanoTime();
      wave.run(target, tally);
      int[] after = tally.counts();
      tell.accept(
          "%s: requests=%d refused=%d held=%d broken=%d, %.1f s"
              .formatted(
                  wave.name(),
                  after[0] - before[0],
                  after[1] - before[1],
                  after[2] - before[2],
                  after[3] - before[3],
                  (System.nanoTime() - began) / 1e9));
    }
  }
}
