package cn.doublerandom.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is lost and nothing told twice, whenever a gateway or its broker goes. */
class TellerTest {
  @TempDir Path directory;

  private final Topic topic = new Topic();

  /** A topic that can be away, or take lines and not say so. */
  private static final class Topic implements Telling.Opening {
    private record Told(String book, long number, long seq) {}

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile boolean silent;

    @Override
    public Telling open() {
      if (away) {
        throw new IllegalStateException("nobody there");
      }
      return new Telling() {
        @Override
        public End end() {
          return told.isEmpty()
              ? End.NOTHING
              : new End(told.getLast().book(), told.getLast().number(), told.getLast().seq());
        }

        @Override
        public void tell(List<Line> lines, long seq) {
          if (away) {
            throw new IllegalStateException("gone");
          }
          for (int i = 0; i < lines.size(); i++) {
            told.add(new Told(lines.get(i).book(), lines.get(i).number(), seq + i));
          }
          if (silent) {
            silent = false;
            throw new IllegalStateException("taken, and nothing said");
          }
        }

        @Override
        public void close() {}
      };
    }

    void hasTold(int lines) {
      await().until(() -> told.size() >= lines);
      assertThat(told)
          .extracting(Told::number)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, lines).boxed().toList());
      assertThat(told)
          .extracting(Told::seq)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, lines).boxed().toList());
    }
  }

  private static List<Entry> entries(int count) {
    return IntStream.range(0, count).mapToObj(i -> BookTest.entry("a" + i)).toList();
  }

  @Test
  void what_is_written_while_nobody_is_there_is_told_when_somebody_is() throws Exception {
    topic.away = true;
    try (Book book = Book.in(directory, 1)) {
      book.write(entries(450));
      try (Teller teller = Teller.begin(book, topic)) {
        await().until(() -> teller.state().since() != null);
        assertThat(teller.state().word()).isEqualTo("away");
        topic.away = false;
        topic.hasTold(450);
        await().until(() -> teller.state().word().equals("telling"));
        assertThat(teller.state().since()).isNull();
      }
    }
  }

  @Test
  void a_gateway_that_was_killed_goes_on_behind_what_was_told() throws Exception {
    try (Book book = Book.in(directory, 1);
        Teller teller = Teller.begin(book, topic)) {
      book.write(entries(3));
      topic.hasTold(3);
      assertThat(teller.state().word()).isEqualTo("telling");
    }
    try (Book book = Book.in(directory, 1)) {
      book.write(entries(2));
      try (Teller teller = Teller.begin(book, topic)) {
        topic.hasTold(5);
        assertThat(teller.state().since()).isNull();
      }
    }
  }

  @Test
  void lines_that_were_taken_without_a_word_are_not_told_again() throws Exception {
    topic.silent = true;
    try (Book book = Book.in(directory, 1);
        Teller teller = Teller.begin(book, topic)) {
      book.write(entries(4));
      await().until(() -> !topic.silent);
      book.write(entries(1));
      topic.hasTold(5);
      assertThat(teller.state().word()).isIn("telling", "away");
    }
  }

  @Test
  void a_new_book_is_told_from_its_beginning_behind_the_old_one() throws Exception {
    try (Book book = Book.in(directory, 1);
        Teller teller = Teller.begin(book, topic)) {
      book.write(entries(2));
      topic.hasTold(2);
      assertThat(teller.state().since()).isNull();
    }
    Files.delete(directory.resolve("sign-ins.ndjson"));
    try (Book book = Book.in(directory, 1);
        Teller teller = Teller.begin(book, topic)) {
      book.write(entries(1));
      await().until(() -> topic.told.size() == 3);
      assertThat(topic.told.getLast().number()).isEqualTo(1);
      assertThat(topic.told.getLast().seq()).isEqualTo(3);
      assertThat(teller.state().since()).isNull();
    }
  }

  @Test
  void an_older_copy_of_a_book_tells_nothing_and_says_so() throws Exception {
    try (Book book = Book.in(directory, 1)) {
      book.write(entries(1));
      byte[] older = Files.readAllBytes(directory.resolve("sign-ins.ndjson"));
      book.write(entries(1));
      try (Teller teller = Teller.begin(book, topic)) {
        topic.hasTold(2);
        assertThat(teller.state().told()).isPositive();
      }
      Files.write(directory.resolve("older.ndjson"), older);
    }
    Files.move(
        directory.resolve("older.ndjson"),
        directory.resolve("sign-ins.ndjson"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(
        directory.resolve("sign-ins.ndjson"),
        java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    try (Book book = Book.in(directory, 1);
        Teller teller = Teller.begin(book, topic)) {
      await().until(() -> teller.state().word().equals("older"));
      assertThat(topic.told).hasSize(2);
    }
  }
}
