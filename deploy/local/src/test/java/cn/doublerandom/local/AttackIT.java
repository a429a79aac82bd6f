package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.local.attack.Attack;
import cn.doublerandom.local.attack.Clerk;
import cn.doublerandom.local.attack.Office;
import cn.doublerandom.local.attack.Tally;
import cn.doublerandom.local.attack.Target;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./suite attack} does, all of it or, without {@code attack.whole}, the short half. */
@Order(5)
@Tag("deep")
class AttackIT {
  private static final boolean WHOLE = Boolean.getBoolean("attack.whole");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Test
  void a_small_attack_breaks_nothing_and_leaves_everything_as_it_was(@TempDir Path temporary)
      throws Exception {
    var home = new Home(Path.of("../..").toAbsolutePath().normalize());
    Path data = Files.createDirectories(temporary.resolve("data"));
    Ports ports = Ports.freeFrom(28_080);
    if (WHOLE) {
      assertThat(AttackCommand.whole(home, data, ports, 1, out).broken()).isEmpty();
      return;
    }
    List<String> told = new ArrayList<>();
    var tally = new Tally(told::add);
    Stack stack = AttackCommand.stack(home, data, ports, out);
    try {
      stack.start();
      Target target = AttackCommand.target(home, data, ports, Office.empty());
      var after = new AfterAttack(stack, data);
      var clerk = new Clerk(target);
      try (clerk) {
        new Attack(target, tally, out::println).small();
      }
      tally.after(after.faults(clerk.acknowledged()));
    } finally {
      stack.stop();
      Scratch.clear(data);
    }

    assertThat(tally.broken()).as(tally.verdict()).isEmpty();
    assertThat(tally.requests()).isGreaterThan(1_000);
  }
}
