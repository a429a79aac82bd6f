package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who acts in the demonstration, over which line, and where it is told. */
final class DemoDesk implements AutoCloseable {
  static final String BRIGADE = "综合行政执法大队";
  static final User REGISTRAR = user("registrar", "法制安全科");
  static final User COORDINATOR = user("coordinator", "法制安全科");
  static final User APPROVER = user("approver", "局领导");
  static final User PUBLISHER = user("publisher", BRIGADE);

  private static final Duration WAIT = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(50);

  /** What the chapter of this thread tells later; none while everything is told at once. */
  private static final ThreadLocal<@Nullable Ahead> AHEAD = new ThreadLocal<>();

  private final Client client;
  private final PrintStream out;
  private final StepTimes times;

  /** A chapter that is told later, and where its time goes. */
  private record Ahead(List<String> kept, StepTimes times) {}

  DemoDesk(Client client, PrintStream out, StepTimes times) {
    this.client = client;
    this.out = out;
    this.times = times;
  }

  private static User user(String role, String unit) {
    return new User(role, List.of(role), unit);
  }

  Client client() {
    return client;
  }

  StepTimes times() {
    Ahead chapter = AHEAD.get();
    return chapter == null ? times : chapter.times();
  }

  void heading(String line) {
    say(line);
  }

  @SuppressWarnings(
      "AnnotateFormatMethod") // every format stands in the demonstration and runs in each
  void tell(String line, Object... values) {
    say("  " + line.formatted(values));
  }

  private void say(String line) {
    Ahead chapter = AHEAD.get();
    if (chapter == null) {
      out.println(line);
      out.flush();
    } else {
      chapter.kept().add(line);
    }
  }

  /** Something of the story. */
  interface Chapter {
    void happens() throws Exception;
  }

  /**
   * What happens while others are waited for, all at once, as none needs another, and is told in
   * its turn: what there is to tell of each.
   */
  List<List<String>> ahead(List<Chapter> chapters) throws Exception {
    List<Ahead> all =
        chapters.stream().map(one -> new Ahead(new ArrayList<>(), new StepTimes())).toList();
    SideBySide.each(
        IntStream.range(0, chapters.size()).boxed().toList(),
        one -> ahead(chapters.get(one), all.get(one)));
    all.forEach(one -> times.beside(one.times()));
    return all.stream().map(Ahead::kept).toList();
  }

  private void ahead(Chapter chapter, Ahead told) throws Exception {
    AHEAD.set(told);
    try {
      chapter.happens();
      told.times().end();
    } finally {
      AHEAD.remove();
    }
  }

  /** Its turn has come. */
  void tells(List<String> kept) {
    kept.forEach(this::say);
  }

  void await(String what, Patience.Condition<RuntimeException> condition)
      throws InterruptedException {
    boolean came =
        Patience.until(
            WAIT,
            POLL,
            () -> {
              boolean holds = condition.holds();
              times().waited(holds ? Duration.ZERO : POLL);
              return holds;
            });
    if (!came) {
      throw new IllegalStateException("没有等到 waited in vain for " + what);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
