package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is done to the book of a gateway is seen. */
class GatewayBooksTest {
  private static List<String> book(int entries) {
    List<String> book = new ArrayList<>();
    String hash = "0".repeat(64);
    for (int number = 1; number <= entries; number++) {
      String entry =
          "{\"account\":\"a%d\",\"book\":\"00112233445566aa\",\"number\":%d,\"previous\":\"%s\"}"
              .formatted(number, number, hash);
      book.add(entry);
      hash = Sha256.hex(entry.getBytes(StandardCharsets.UTF_8));
    }
    return book;
  }

  private static GatewayBooks kept(List<String> entries) {
    var books = new GatewayBooks();
    for (int i = 0; i < entries.size(); i++) {
      books.keep(i + 1L, entries.get(i));
    }
    return books;
  }

  @Test
  void a_whole_book_is_whole_in_whatever_order_it_was_heard() {
    List<String> book = book(5);

    assertThatCode(() -> kept(book.reversed()).whole(false)).doesNotThrowAnyException();
    assertThat(kept(book).words()).isEqualTo(" gateway-books=1 sign-ins=5");
    assertThat(kept(List.of()).words()).isEmpty();
  }

  @Test
  void an_entry_that_was_changed_left_out_or_put_in_is_named() {
    List<String> changed = book(5);
    changed.set(2, changed.get(2).replace("a3", "zz"));
    assertThatThrownBy(() -> kept(changed).whole(false))
        .isInstanceOf(Audit.Failed.class)
        .hasMessageContaining("seq=4");
    List<String> cut = book(5);
    cut.remove(1);
    assertThatThrownBy(() -> kept(cut).whole(false)).hasMessageContaining("第 2 条");
    assertThatCode(() -> kept(cut).whole(true)).doesNotThrowAnyException();
  }

  @Test
  void what_is_kept_and_what_was_told_are_the_same() throws Exception {
    List<String> book = book(5);

    assertThat(kept(book).told(book)).isZero();
    assertThat(kept(book.subList(0, 3)).told(book)).isEqualTo(2);
    List<String> changed = book(5);
    changed.set(4, changed.get(4).replace("a5", "zz"));
    assertThatThrownBy(() -> kept(book).told(changed)).hasMessageContaining("differs");
    List<String> twice = book(5);
    twice.add(book.get(4));
    assertThatThrownBy(() -> kept(book).told(twice)).hasMessageContaining("twice");
    assertThatThrownBy(() -> kept(book).told(book.subList(0, 4)))
        .hasMessageContaining("never told");
  }

  @Test
  void a_topic_that_was_made_anew_tells_no_less_than_it_holds() throws Exception {
    assertThat(kept(book(5)).told(List.of())).isZero();
  }
}
