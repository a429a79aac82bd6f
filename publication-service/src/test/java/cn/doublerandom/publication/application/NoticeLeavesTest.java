package cn.doublerandom.publication.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.InMemoryEventStore;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.NoticeCodec;
import cn.doublerandom.publication.notice.NoticeDecider;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.result.Ending;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCodec;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultDecider;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.transparency.NoticeContent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log of notices has a leaf for each version, in the order in which they became public. */
class NoticeLeavesTest {
  private static final LocalDate DAY = LocalDate.of(2023, 3, 20);
  private static final EventCodec<NoticeEvent> NOTICES = NoticeCodec.ofEvents();
  private static final EventCodec<ResultEvent> RESULTS = ResultCodec.ofEvents();
  private static final String DRAW = PublicationStreams.DRAW_NOTICE.of("130534-d-1");
  private static final String RESULT = PublicationStreams.RESULT.of("130534-d-1-S");
  private static final ResultContent.Finding CLEAN =
      new ResultContent.Finding("I-1", "经营行为", List.of("1"));

  private final InMemoryEventStore log = new InMemoryEventStore();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final NoticeLeaves leaves =
      new NoticeLeaves(
          new CommandHandler<>(log, new NoticeDecider(), NOTICES),
          new CommandHandler<>(log, new ResultDecider(), RESULTS));

  private <E> void happened(EventCodec<E> codec, String stream, E event) {
    String metadata =
        new CommandContext(
                "JC009",
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                "",
                Optional.empty(),
                OptionalLong.empty())
            .json();
    long version = versions.merge(stream, 1L, Long::sum);
    var written =
        new NewEvent(NewEvent.newId(), codec.typeOf(event), codec.encode(event), metadata);
    log.append(List.of(new Append(stream, version - 1, List.of(written))), Optional.empty())
        .await()
        .indefinitely();
    ledger.add(
        new LedgerEntry(
            ledger.size() + 1L,
            "",
            new StoredEvent(
                stream,
                version,
                written.id(),
                written.type(),
                written.payload(),
                written.metadata(),
                written.hash(stream, version))));
  }

  @BeforeEach
  void story() {
    happened(
        NOTICES,
        DRAW,
        new NoticeEvent.DrawCommitmentNoted(
            DrawNotice.committed(
                "130534-d-1",
                "2023001",
                "001",
                1,
                187,
                "a".repeat(64),
                "2023-03-20T16:00:00Z",
                null,
                null,
                null,
                null)));
    happened(
        NOTICES,
        DRAW,
        new NoticeEvent.DrawNoticeIssued(
            "b".repeat(64), List.of("S"), DAY, null, null, null, null, null));
    happened(
        RESULTS,
        RESULT,
        new ResultEvent.ResultReceived(
            new ResultContent(
                "130534-d-1-S",
                "130534-d-1",
                "2023001",
                "001",
                "S",
                "大队",
                DAY,
                DAY,
                false,
                List.of("1"),
                List.of(CLEAN),
                null,
                null,
                null)));
    happened(
        RESULTS,
        RESULT,
        new ResultEvent.ResultPublished("甲公司", DAY, true, "1113/2023-S", "JC009", null));
    happened(
        RESULTS,
        RESULT,
        new ResultEvent.ResultCorrected(
            List.of(new ResultContent.Finding("I-1", "经营行为", List.of("A"))),
            List.of("A"),
            "有误",
            "JC009",
            "coordinator",
            DAY));
    happened(RESULTS, RESULT, new ResultEvent.WithdrawalAsked("撤销", "JC009", DAY));
    happened(
        RESULTS, RESULT, new ResultEvent.PublicationWithdrawn("撤销", "JC009", "coordinator", DAY));
  }

  /** As the worker does: so many at once, and on from where the leaves end. */
  private List<PlacedLeaf> made(int atOnce) {
    List<PlacedLeaf> all = new ArrayList<>();
    long seq = 0;
    while (seq < ledger.size()) {
      List<LedgerEntry> next =
          ledger.subList((int) seq, (int) Math.min(ledger.size(), seq + atOnce));
      NoticeLeaves.Made made = leaves.of(next, all.size()).await().indefinitely();
      assertThat(made.seq()).isGreaterThan(seq);
      all.addAll(made.leaves());
      seq = made.seq();
    }
    return all;
  }

  @Test
  void a_promise_a_draw_and_each_version_of_a_result_is_a_leaf_and_what_stays_inside_is_none() {
    assertThat(made(500))
        .extracting(leaf ->
            "%d %s %s %d".formatted(leaf.index(), leaf.kind().word(), leaf.id(), leaf.version()))
        .containsExactly(
            "0 commitment 130534-d-1 1",
            "1 draw 130534-d-1 2",
            "2 result 130534-d-1-S 1",
            "3 result 130534-d-1-S 2",
            "4 result 130534-d-1-S 3");
    assertThat(made(500).getFirst().line())
        .startsWith("dr/notice/1 commitment 130534 130534-d-1 1 1970-01-01T00:00:00Z ");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7})
  void read_again_in_any_pieces_the_ledger_gives_the_same_log(int atOnce) {
    assertThat(made(atOnce)).isEqualTo(made(500));
  }

  private ResultNotice published() {
    var handler = new CommandHandler<>(log, new ResultDecider(), RESULTS);
    var state = handler.statesAt(Map.of(RESULT, 3L)).await().indefinitely().get(RESULT);
    return ResultNotice.of((Publication.Published) state);
  }

  @Test
  void what_is_public_has_the_hash_of_its_leaf_and_so_has_a_former_version() {
    List<PlacedLeaf> all = made(500);
    assertThat(all.subList(2, 4))
        .allSatisfy(leaf ->
            assertThat(leaf.line())
                .endsWith(
                    " " + NoticeHashes.of(NoticeContents.result(leaf, published()).orElseThrow())));
    var noted =
        new CommandHandler<>(log, new NoticeDecider(), NOTICES)
            .statesAt(Map.of(DRAW, 2L))
            .await()
            .indefinitely()
            .get(DRAW)
            .orElseThrow();
    PlacedLeaf promise = all.getFirst();
    assertThat(promise.line())
        .endsWith(
            " " + NoticeHashes.of(NoticeContent.promised((DrawNotice) noted, promise.nonce())));
  }

  @Test
  void what_was_withdrawn_is_told_by_its_hash_alone_and_that_it_was_withdrawn_is_told() {
    var handler = new CommandHandler<>(log, new ResultDecider(), RESULTS);
    var state = handler.load(RESULT).await().indefinitely().state();
    ResultNotice withdrawn = ResultNotice.of((Publication.Withdrawn) state);
    List<PlacedLeaf> all = made(500);
    assertThat(NoticeContents.result(all.get(2), withdrawn)).isEmpty();
    assertThat(NoticeContents.result(all.get(3), withdrawn)).isEmpty();
    assertThat(all.get(4).line())
        .endsWith(
            " " + NoticeHashes.of(NoticeContents.result(all.get(4), withdrawn).orElseThrow()));
  }

  @Test
  void what_is_over_is_told_by_its_hash_alone_and_that_it_is_over_is_told() {
    String hash = "c".repeat(64);
    String other = PublicationStreams.RESULT.of("130534-2023001-001-1-T");
    List<PlacedLeaf> before = made(500);
    happened(
        RESULTS,
        other,
        new ResultEvent.ResultReceived(
            new ResultContent(
                "130534-2023001-001-1-T",
                "130534-2023001-001-1",
                "2023001",
                "001",
                "T",
                "大队",
                DAY,
                DAY,
                false,
                List.of("A"),
                List.of(new ResultContent.Finding("I-1", "经营行为", List.of("A"))),
                null,
                null,
                null)));
    happened(
        RESULTS,
        other,
        new ResultEvent.ResultPublished("乙公司", DAY, true, "1113/2023-T", "JC009", null));
    happened(
        RESULTS,
        other,
        new ResultEvent.PublicationEnded(
            Ending.Cause.PERIOD_OVER, hash, null, null, null, DAY.plusYears(3)));
    var handler = new CommandHandler<>(log, new ResultDecider(), RESULTS);
    var state = handler.load(other).await().indefinitely().state();
    ResultNotice over = ResultNotice.of((Publication.Ended) state);
    List<PlacedLeaf> all = made(500);
    assertThat(all).hasSize(before.size() + 2);
    PlacedLeaf published = all.get(before.size());
    PlacedLeaf stub = all.getLast();
    assertThat(NoticeContents.result(published, over)).isEmpty();
    assertThat(stub.version()).isEqualTo(2);
    assertThat(stub.line())
        .endsWith(" " + NoticeHashes.of(NoticeContents.result(stub, over).orElseThrow()));
  }

  @Test
  void one_who_has_the_hash_alone_cannot_guess_the_content_and_a_replay_has_the_same() {
    assertThat(NoticeHashes.nonce("a")).hasSize(32).isEqualTo(NoticeHashes.nonce("a"));
    assertThat(NoticeHashes.nonce("b")).isNotEqualTo(NoticeHashes.nonce("a"));
    assertThat(made(500)).extracting(PlacedLeaf::nonce).doesNotHaveDuplicates();
  }
}
