package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeCommand;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.transparency.NoticeContent;
import cn.doublerandom.publication.transparency.NoticeKind;
import cn.doublerandom.publication.transparency.NoticeLeaf;
import cn.doublerandom.servicekit.identity.Asking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the leaves of the log of notices from the ledger. The same entries give the same leaves,
 * however they are read.
 */
@ApplicationScoped
public class NoticeLeaves {
  private final CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;

  @Inject
  NoticeLeaves(
      CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices,
      CommandHandler<ResultCommand, ResultEvent, Publication> results) {
    this.notices = notices;
    this.results = results;
  }

  /**
   * What came of some entries.
   *
   * @param seq of the last one that was looked at
   */
  public record Made(long seq, List<PlacedLeaf> leaves) {}

  /** An event that made a version of a notice. */
  private record Version(LedgerEntry entry, Scope scope, NoticeKind kind, String id) {
    String stream() {
      return entry.event().stream();
    }

    String key() {
      return scope.name() + "~" + stream();
    }

    String nonce() {
      return NoticeHashes.nonce(entry.event().id().toString());
    }
  }

  /**
   * The leaves of as many entries as there are before a notice comes a second time; its state is
   * read once a turn.
   *
   * @param entries at least one, in the order of the ledger
   * @param size leaves before them
   */
  public Uni<Made> of(List<LedgerEntry> entries, long size) {
    List<Version> versions = new ArrayList<>();
    Set<String> met = new HashSet<>();
    long reached = entries.getFirst().seq() - 1;
    for (LedgerEntry entry : entries) {
      Optional<Version> version = version(entry);
      if (version.isPresent() && !met.add(version.get().key())) {
        break;
      }
      version.ifPresent(versions::add);
      reached = entry.seq();
    }
    long seq = reached;
    return contents(versions).map(contents -> new Made(seq, placed(versions, contents, size)));
  }

  private Optional<Version> version(LedgerEntry entry) {
    StoredEvent stored = entry.event();
    if (MemoryEvent.isIn(stored.stream())) {
      return Optional.empty();
    }
    StreamNames.Scoped named = StreamNames.parse(stored.stream());
    if (Asking.bureau(named.scope()).isPractice()) {
      return Optional.empty();
    }
    LedgerEntry own = entry.named(named.name());
    return kind(own.event())
        .map(kind -> new Version(own, named.scope(), kind, id(kind, named.name())));
  }

  private Optional<NoticeKind> kind(StoredEvent event) {
    String stream = event.stream();
    if (PublicationStreams.RESULT.has(stream)) {
      return isVersion(results.decode(event)) ? Optional.of(NoticeKind.RESULT) : Optional.empty();
    } else if (PublicationStreams.DRAW_NOTICE.has(stream)) {
      return Optional.of(
          notices.glance(event) instanceof NoticeEvent.DrawCommitmentNoted
              ? NoticeKind.COMMITMENT
              : NoticeKind.DRAW);
    } else if (PublicationStreams.PLAN_NOTICE.has(stream)) {
      return Optional.of(NoticeKind.PLAN);
    } else if (PublicationStreams.PROGRAMME_NOTICE.has(stream)) {
      return Optional.of(NoticeKind.PROGRAMME);
    } else if (PublicationStreams.BULLETIN_NOTICE.has(stream)) {
      return notices.glance(event) instanceof NoticeEvent.Unseen
          ? Optional.empty()
          : Optional.of(NoticeKind.BULLETIN);
    }
    return Optional.empty();
  }

  private static String id(NoticeKind kind, String stream) {
    return switch (kind) {
      case PLAN -> PublicationStreams.PLAN_NOTICE.id(stream);
      case PROGRAMME -> PublicationStreams.PROGRAMME_NOTICE.id(stream);
      case BULLETIN -> PublicationStreams.BULLETIN_NOTICE.id(stream);
      case COMMITMENT, DRAW -> PublicationStreams.DRAW_NOTICE.id(stream);
      case RESULT -> PublicationStreams.RESULT.id(stream);
    };
  }

  /** Objections and what follows from a result change no version of it. */
  private static boolean isVersion(ResultEvent event) {
    return event instanceof ResultEvent.ResultPublished
        || event instanceof ResultEvent.ResultCorrected
        || event instanceof ResultEvent.PublicationWithdrawn
        || event instanceof ResultEvent.PublicationEnded;
  }

  private Uni<Map<String, NoticeContent>> contents(List<Version> versions) {
    Map<Scope, List<Version>> byScope = new LinkedHashMap<>();
    versions.forEach(v -> byScope.computeIfAbsent(v.scope(), s -> new ArrayList<>()).add(v));
    Map<String, NoticeContent> all = new HashMap<>();
    return Multi.createFrom()
        .iterable(byScope.entrySet())
        .onItem()
        .transformToUniAndConcatenate(own -> contents(own.getKey(), own.getValue()))
        .onItem()
        .invoke(all::putAll)
        .collect()
        .last()
        .map(done -> all);
  }

  private Uni<Map<String, NoticeContent>> contents(Scope scope, List<Version> versions) {
    return notices
        .within(scope)
        .statesAt(at(versions, false))
        .flatMap(noted ->
            results
                .within(scope)
                .statesAt(at(versions, true))
                .map(published -> {
                  Map<String, NoticeContent> made = new HashMap<>();
                  for (Version one : versions) {
                    made.put(one.key(), content(one, noted, published));
                  }
                  return made;
                }));
  }

  private static Map<String, Long> at(List<Version> versions, boolean results) {
    Map<String, Long> at = new HashMap<>();
    versions.stream()
        .filter(one -> (one.kind() == NoticeKind.RESULT) == results)
        .forEach(one -> at.put(one.stream(), one.entry().event().version()));
    return at;
  }

  private static NoticeContent content(
      Version one, Map<String, Optional<Noted>> noted, Map<String, Publication> published) {
    Optional<NoticeContent> content =
        one.kind() == NoticeKind.RESULT
            ? Optional.ofNullable(published.get(one.stream()))
                .flatMap(NoticeLeaves::notice)
                .flatMap(notice -> NoticeContent.of(notice, one.nonce()))
            : Optional.ofNullable(noted.get(one.stream()))
                .flatMap(state -> state)
                .flatMap(state ->
                    NoticeContent.of(
                        one.kind(), state, one.entry().event().version(), one.nonce()));
    return content.orElseThrow(
        () -> new IllegalStateException("nothing is public of seq " + one.entry().seq()));
  }

  private static Optional<ResultNotice> notice(Publication publication) {
    return switch (publication) {
      case Publication.Published published -> Optional.of(ResultNotice.of(published));
      case Publication.Withdrawn withdrawn -> Optional.of(ResultNotice.of(withdrawn));
      case Publication.Ended ended -> Optional.of(ResultNotice.of(ended));
      case Publication.Unreceived unreceived -> Optional.empty();
      case Publication.NotHeld notHeld -> Optional.empty();
      case Publication.Settled settled -> Optional.empty();
      case Publication.Unrecorded unrecorded -> Optional.empty();
      case Publication.Received received -> Optional.empty();
    };
  }

  private static List<PlacedLeaf> placed(
      List<Version> versions, Map<String, NoticeContent> contents, long size) {
    List<PlacedLeaf> leaves = new ArrayList<>();
    for (Version one : versions) {
      NoticeContent content = Optional.ofNullable(contents.get(one.key())).orElseThrow();
      StoredEvent event = one.entry().event();
      NoticeLeaf leaf =
          new NoticeLeaf(
              one.kind(),
              Asking.bureau(one.scope()).text(),
              one.id(),
              content.version(),
              Metadata.of(event).recordedAt(),
              NoticeHashes.of(content));
      leaves.add(
          new PlacedLeaf(
              size + leaves.size(),
              one.entry().seq(),
              one.scope(),
              one.kind(),
              one.id(),
              content.version(),
              one.stream(),
              event.version(),
              one.nonce(),
              leaf.line()));
    }
    return leaves;
  }
}
