package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.publication.webhook.Webhook;
import cn.doublerandom.publication.webhook.WebhookNews;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is still to be told to other authorities, and what came of it. */
public interface WebhookShelf {
  /** What came of a message. */
  enum State {
    WAITING,
    DELIVERED,
    DEAD
  }

  /** Where a subscription is. */
  enum Stage {
    UNASKED,
    ASKED,
    DECLINED,
    ACTIVE,
    PAUSED,
    ENDED;

    /** Of what it became. */
    public static Stage of(Webhook webhook) {
      return switch (webhook) {
        case Webhook.Unasked unasked -> UNASKED;
        case Webhook.Asked asked -> ASKED;
        case Webhook.Declined declined -> DECLINED;
        case Webhook.Active active -> ACTIVE;
        case Webhook.Paused paused -> PAUSED;
        case Webhook.Ended ended -> ENDED;
      };
    }
  }

  /** What the ledger says, in its order. */
  sealed interface Step {}

  /** How a subscription stands at a place of the ledger. */
  record Standing(Scope scope, String id, Stage state, List<WebhookNews> news) implements Step {}

  /**
   * News at a place of the ledger.
   *
   * @param id of the message, the same for all receivers and whenever it is made
   */
  record News(Scope scope, String id, long seq, WebhookNews what, String body, Instant happenedAt)
      implements Step {}

  /**
   * A message as the desk lists it.
   *
   * @param fault why the last try failed: a status, or a word; empty where none did
   * @param doneAt when it was taken or given up; absent while it waits
   */
  record Line(
      String id,
      String type,
      State state,
      int tries,
      String fault,
      Instant madeAt,
      @Nullable Instant doneAt) {}

  /**
   * A message whose turn it is, for this process alone until the lease is over.
   *
   * @param tries with this one
   */
  record Claimed(Scope scope, String webhook, String id, String body, int tries, UUID lease) {}

  /** Up to which seq the ledger was read. */
  Uni<Long> reach();

  /**
   * Notes, in one transaction, how subscriptions stand, what is to be told to whom and how far the
   * ledger was read; fails where another replica went on.
   */
  Uni<Void> add(long from, long to, List<Step> steps);

  /** Makes a subscription known before the ledger was read up to it. */
  Uni<Void> meet(Scope scope, String id);

  /** Ids of all subscriptions of a bureau. */
  Uni<List<String>> known(Scope scope);

  /** Messages whose turn it is, of no receiver more than a few. */
  Uni<List<Claimed>> claim(int limit, Duration lease);

  /** It was taken: the body is kept no longer. */
  Uni<Void> delivered(Claimed message);

  /**
   * It was not taken.
   *
   * @param again after how long it is tried again; empty where it is a dead letter now
   */
  Uni<Void> failed(Claimed message, String fault, Optional<Duration> again);

  /** The last messages of a subscription, the newest first. */
  Uni<List<Line>> last(Scope scope, String webhook, Optional<State> state, int limit);

  /** What came of one message; empty where there is none. */
  Uni<Optional<State>> state(Scope scope, String webhook, String id);

  /**
   * Dead letters wait again; of one id, or all since a day in Shanghai.
   *
   * @return how many
   */
  Uni<Integer> again(Scope scope, String webhook, @Nullable String id, @Nullable LocalDate since);

  /** Forgets what was taken long ago. */
  Uni<Void> forget(Duration age);
}
