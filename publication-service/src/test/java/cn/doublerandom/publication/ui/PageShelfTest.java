package cn.doublerandom.publication.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.servicekit.rest.EntityTags;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A public page is shown again as long as it is good. */
class PageShelfTest {
  private static final long GOOD = 2_000;
  private static final PageShelf.Made PAGE = new PageShelf.Made(Buffer.buffer("<p>"), "W/\"1\"");

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger made = new AtomicInteger();
  private final PageShelf shelf = new PageShelf(GOOD, now::get);

  @Test
  void a_page_is_shown_again_until_something_was_projected_or_its_moment_is_over() {
    shelf.keep("zh /ui", 7, PAGE);

    assertThat(shelf.find("zh /ui", 7)).contains(PAGE);
    assertThat(shelf.find("en /ui", 7)).as("another language").isEmpty();
    assertThat(shelf.find("zh /ui", 8)).as("something was projected").isEmpty();
    now.set(GOOD - 1);
    assertThat(shelf.find("zh /ui", 7)).contains(PAGE);
    now.set(GOOD);
    assertThat(shelf.find("zh /ui", 7)).as("its moment is over").isEmpty();
  }

  @Test
  void a_page_that_was_long_in_the_making_does_not_take_the_place_of_a_newer_one() {
    var old = new PageShelf.Made(Buffer.buffer("<p>old"), "W/\"0\"");
    shelf.keep("zh /ui", 8, PAGE);
    shelf.keep("zh /ui", 7, old);
    assertThat(shelf.find("zh /ui", 8)).contains(PAGE);

    now.set(GOOD);
    shelf.keep("zh /ui", 7, old);
    assertThat(shelf.find("zh /ui", 7)).as("read again from the beginning").contains(old);
  }

  @Test
  void what_was_not_asked_for_longest_goes_first_and_the_shelf_never_grows_beyond_its_size() {
    var large = new PageShelf.Made(Buffer.buffer("x".repeat(PageShelf.MOST_BYTES)), "W/\"2\"");
    int fit = (int) (PageShelf.MOST_BYTES_OF_ALL / PageShelf.MOST_BYTES);
    for (int i = 0; i < fit; i++) {
      shelf.keep("page " + i, 7, large);
    }
    assertThat(shelf.find("page 0", 7)).isPresent();

    shelf.keep("one more", 7, large);

    assertThat(shelf.find("page 0", 7)).as("asked for just now").isPresent();
    assertThat(shelf.find("page 1", 7)).as("not asked for longest").isEmpty();
    assertThat(shelf.find("one more", 7)).isPresent();
  }

  @Test
  void what_is_too_large_and_what_has_too_long_an_address_is_made_each_time() {
    shelf.keep(
        "large",
        7,
        new PageShelf.Made(Buffer.buffer("x".repeat(PageShelf.MOST_BYTES + 1)), "W/\"3\""));
    shelf.keep("k".repeat(301), 7, PAGE);

    assertThat(shelf.find("large", 7)).isEmpty();
    assertThat(shelf.find("k".repeat(301), 7)).isEmpty();
  }

  @Test
  void a_shelf_for_no_time_keeps_nothing() {
    var none = new PageShelf(0, now::get);
    none.keep("zh /ui", 7, PAGE);
    assertThat(none.find("zh /ui", 7)).isEmpty();
    Uni<PageShelf.Made> page = Uni.createFrom().item(PAGE);
    asked(none, 7, page).await().indefinitely();
    asked(none, 7, page).await().indefinitely();
    assertThat(made).hasValue(2);
  }

  private Uni<PageShelf.Made> asked(PageShelf of, long seq, Uni<PageShelf.Made> making) {
    return of.show(
        "zh /ui",
        seq,
        () -> {
          made.incrementAndGet();
          return making;
        });
  }

  @Test
  void what_a_crowd_asks_for_at_once_is_made_once_and_all_get_it() {
    var page = new CompletableFuture<PageShelf.Made>();
    Uni<PageShelf.Made> making = Uni.createFrom().completionStage(page);
    List<CompletableFuture<PageShelf.Made>> crowd =
        Stream.generate(() -> asked(shelf, 7, making).subscribeAsCompletionStage())
            .limit(100)
            .toList();
    CompletableFuture<PageShelf.Made> later = asked(shelf, 8, making).subscribeAsCompletionStage();
    assertThat(made).as("once for each place of the ledger").hasValue(2);

    page.complete(PAGE);

    assertThat(crowd).allSatisfy(one -> assertThat(one).isCompletedWithValue(PAGE));
    assertThat(later).isCompletedWithValue(PAGE);
    assertThat(asked(shelf, 8, making).await().indefinitely()).isEqualTo(PAGE);
    assertThat(made).hasValue(2);
    now.set(GOOD);
    assertThat(asked(shelf, 8, making).await().indefinitely()).isEqualTo(PAGE);
    assertThat(made).as("its moment is over").hasValue(3);
  }

  @Test
  void a_page_that_could_not_be_made_is_made_anew_for_the_next_who_asks() {
    var failing = new CompletableFuture<PageShelf.Made>();
    CompletableFuture<PageShelf.Made> one =
        asked(shelf, 7, Uni.createFrom().completionStage(failing)).subscribeAsCompletionStage();
    CompletableFuture<PageShelf.Made> other =
        asked(shelf, 7, Uni.createFrom().nothing()).subscribeAsCompletionStage();

    failing.completeExceptionally(new IllegalStateException("no connection"));

    assertThat(one).isCompletedExceptionally();
    assertThat(other).isCompletedExceptionally();
    assertThat(asked(shelf, 7, Uni.createFrom().item(PAGE)).await().indefinitely()).isEqualTo(PAGE);
  }

  @Test
  void who_goes_away_while_his_page_is_made_leaves_it_to_the_others() {
    var page = new CompletableFuture<PageShelf.Made>();
    Uni<PageShelf.Made> making = Uni.createFrom().completionStage(page);
    Cancellable first = asked(shelf, 7, making).subscribe().with(one -> {});
    CompletableFuture<PageShelf.Made> other = asked(shelf, 7, making).subscribeAsCompletionStage();

    first.cancel();
    page.complete(PAGE);

    assertThat(other).isCompletedWithValue(PAGE);
    assertThat(shelf.find("zh /ui", 7)).contains(PAGE);
    assertThat(made).hasValue(1);
  }

  private static boolean has(@Nullable List<String> said) {
    return EntityTags.has(said, "W/\"1\"");
  }

  @Test
  void who_says_that_he_has_the_page_is_believed_in_every_form_http_allows() {
    assertThat(has(List.of("W/\"1\""))).isTrue();
    assertThat(has(List.of("\"1\""))).isTrue();
    assertThat(has(List.of("\"0\", W/\"1\""))).isTrue();
    assertThat(has(List.of("\"0\"", "*"))).isTrue();
    assertThat(has(List.of("\"2\""))).isFalse();
    assertThat(has(List.of("1"))).isFalse();
    assertThat(has(null)).isFalse();
  }
}
