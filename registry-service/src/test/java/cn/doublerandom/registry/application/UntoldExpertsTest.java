package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.InMemoryEventStore;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.expert.Expert;
import cn.doublerandom.registry.expert.ExpertCodec;
import cn.doublerandom.registry.expert.ExpertCommand;
import cn.doublerandom.registry.expert.ExpertDecider;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.expert.ExpertDirectory;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.person.Erasure;
import cn.doublerandom.registry.person.ErasureCodec;
import cn.doublerandom.registry.person.ErasureCommand;
import cn.doublerandom.registry.person.ErasureDecider;
import cn.doublerandom.registry.person.ErasureEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who was in the pool before the others were told of experts is told of, once. */
class UntoldExpertsTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-05-10T01:00:00Z"), ZoneOffset.UTC);

  private final InMemoryEventStore store = new InMemoryEventStore();
  private final CommandHandler<ExpertCommand, ExpertEvent, Expert> experts =
      new CommandHandler<>(store, new ExpertDecider(), ExpertCodec.ofEvents());
  private final CommandHandler<ErasureCommand, ErasureEvent, Erasure> erasures =
      new CommandHandler<>(store, new ErasureDecider(), ErasureCodec.ofEvents());
  private final List<ExpertDirectory.Entry> rows = new ArrayList<>();

  private final ExpertDirectory directory =
      new ExpertDirectory() {
        @Override
        public CompletionStage<List<Entry>> page(String after, int limit) {
          return CompletableFuture.completedFuture(
              rows.stream()
                  .filter(row -> row.details().id().compareTo(after) > 0)
                  .limit(limit)
                  .toList());
        }

        @Override
        public CompletionStage<List<Entry>> whole(String after, int limit) {
          return page(after, limit);
        }
      };

  private void registered(String id, @Nullable Boolean told) {
    var details =
        new ExpertDetails(
            id,
            ExpertDetails.Kind.PERSON,
            "sealed",
            List.of("桥梁检测"),
            "交通局",
            "委1号",
            LocalDate.of(2023, 1, 1),
            LocalDate.of(2026, 12, 31));
    rows.add(new ExpertDirectory.Entry(details, "", null, told));
    append(
        RegistryStreams.EXPERT.of(id),
        "ExpertRegistered",
        ExpertCodec.ofEvents().encode(new ExpertEvent.ExpertRegistered(details, told)));
  }

  private void append(String stream, String type, String payload) {
    store
        .append(
            List.of(
                new Append(
                    stream, 0, List.of(new NewEvent(NewEvent.newId(), type, payload, "{}")))),
            Optional.empty())
        .await()
        .indefinitely();
  }

  private List<ExpertEvent> story(String id) {
    return store.load(List.of(RegistryStreams.EXPERT.of(id))).await().indefinitely().stream()
        .map(experts::decode)
        .toList();
  }

  private void look() {
    new UntoldExperts(directory, experts, erasures, NOW)
        .look(BureauKey.SEED)
        .await()
        .indefinitely();
  }

  @Test
  void an_expert_of_before_is_told_of_once_and_one_of_today_was_told_of() {
    registered("ZJ01", null);
    registered("ZJ02", true);
    look();
    look();
    assertThat(story("ZJ01")).hasSize(2).last().isEqualTo(new ExpertEvent.ExpertTold(null));
    assertThat(story("ZJ02")).hasSize(1);
  }

  @Test
  void an_expert_who_was_erased_since_is_told_of_as_erased() {
    registered("ZJ03", null);
    append(
        RegistryStreams.ERASURE.of(People.expert("ZJ03").name()),
        "ErasureRequested",
        "{\"by\":\"a\",\"reason\":\"期满\"}");
    store
        .append(
            List.of(
                new Append(
                    RegistryStreams.ERASURE.of(People.expert("ZJ03").name()),
                    1,
                    List.of(
                        new NewEvent(
                            NewEvent.newId(), "ErasureApproved", "{\"by\":\"b\"}", "{}")))),
            Optional.empty())
        .await()
        .indefinitely();
    look();
    assertThat(story("ZJ03")).last().isEqualTo(new ExpertEvent.ExpertTold(true));
  }

  @Test
  void a_pool_of_more_than_a_page_is_gone_through_to_its_end() {
    for (int i = 0; i < 501; i++) {
      registered("ZJ%04d".formatted(i), null);
    }
    look();
    assertThat(story("ZJ0500")).hasSize(2);
  }
}
