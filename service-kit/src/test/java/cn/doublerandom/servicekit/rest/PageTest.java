package cn.doublerandom.servicekit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages of a list: one after the other they are the whole of it. */
class PageTest {
  private static final int MOST = 10;

  /** An inspector and how many requests wait of him. */
  private record Waiting(String id, int requests) {}

  private static final List<Waiting> ALL =
      List.of(
          new Waiting("JC001", 3),
          new Waiting("JC002", 7),
          new Waiting("JC003", 1),
          new Waiting("JC004", 40),
          new Waiting("JC005", 1));

  private static Page<Waiting> page(String after, int limit) {
    List<Waiting> rows =
        ALL.stream().filter(row -> row.id().compareTo(after) > 0).limit(limit + 1L).toList();
    return Page.of(rows, limit, Waiting::id, Waiting::requests, MOST);
  }

  @Test
  void a_page_ends_before_its_entries_are_too_long_together_and_has_one_at_least() {
    assertThat(page("", 50).items()).extracting(Waiting::id).containsExactly("JC001", "JC002");
    assertThat(page("JC003", 50).items()).extracting(Waiting::id).containsExactly("JC004");
    assertThat(page("", 1).items()).extracting(Waiting::id).containsExactly("JC001");
  }

  @Test
  void whoever_turns_the_pages_sees_everybody_once() {
    List<Waiting> seen = new ArrayList<>();
    String cursor = "";
    do {
      Page<Waiting> page = page(Page.keyAfter(cursor), 2);
      seen.addAll(page.items());
      cursor = page.next() == null ? "" : page.next();
    } while (!cursor.isEmpty());
    assertThat(seen).isEqualTo(ALL);
  }
}
