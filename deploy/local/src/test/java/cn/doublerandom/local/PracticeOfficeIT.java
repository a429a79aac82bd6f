package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The bureau to practise in is set up by those who practise there, and by nobody of another. */
@Tag("deep")
@Order(5)
@Execution(ExecutionMode.CONCURRENT)
class PracticeOfficeIT {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);
  private static final String OF_PRACTICE =
      """
      SELECT DISTINCT metadata::jsonb ->> 'actor' FROM event
      WHERE stream_id LIKE '%~130534.practice~%' AND type IN ('FrameFrozen', 'TermsApproved',
        'WitnessNamed', 'ContributionPromised', 'SecretDeposited', 'DepositConfirmed',
        'DrawCommitted', 'ContributionRevealed', 'DrawExecuted', 'SupervisorKeyRegistered')
      """;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @TempDir Path temporary;

  @Test
  void its_first_draw_stands_by_its_own_accounts_and_the_exercise_is_done_as_it_is_written()
      throws Exception {
    var home = new Home(Path.of("../..").toAbsolutePath().normalize());
    System.setProperty("suite.home", home.root().toString());
    var stack = new Stack(home, temporary.resolve("data"), Ports.freeFrom(31_080), out);
    stack.setDate(TODAY);
    try {
      stack.start();
      new DemoPractice(home, stack.ports().gateway(), stack.identity(), TODAY).prepare();
      assertThat(actors(stack))
          .contains("practice-coordinator", "practice-supervisor", "practice-witness-1")
          .allSatisfy(who -> assertThat(who).startsWith(Accounts.PRACTISES));
      try (var exercise = new PracticeExercise(stack.ports().gateway(), stack.identity())) {
        exercise.isDone();
      }
    } finally {
      stack.stop();
    }
  }

  private static Set<String> actors(Stack stack) throws SQLException {
    Set<String> actors = new TreeSet<>();
    try (Connection connection = Databases.open(stack.ports().postgres(), "draw");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(OF_PRACTICE)) {
      while (rows.next()) {
        actors.add(rows.getString(1));
      }
    }
    return actors;
  }
}
