package cn.doublerandom.publication.external;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.application.LetterTexts;
import cn.doublerandom.publication.letter.Letter;
import cn.doublerandom.publication.letter.LetterCommand;
import cn.doublerandom.publication.letter.LetterEvent;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.Watch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words of the public in a table of the database, which every replica reads; deleted when their
 * days are over.
 */
@ApplicationScoped
class KeptLetterTexts implements LetterTexts, Watch {
  /** After which what belongs to no letter, for the rules refused it meanwhile, is deleted. */
  private static final Duration STRAY = Duration.ofDays(1);

  private final Pool pool;
  private final Asking asking;
  private final CommandHandler<LetterCommand, LetterEvent, Letter> letters;
  private final Clock clock;

  @Inject
  KeptLetterTexts(
      Pool pool,
      Asking asking,
      CommandHandler<LetterCommand, LetterEvent, Letter> letters,
      Clock clock) {
    this.pool = pool;
    this.asking = asking;
    this.letters = letters;
    this.clock = clock;
  }

  @Override
  public Uni<Void> keep(String id, Content content, Instant at) {
    return ask(
            """
            INSERT INTO letter.content (bureau, id, nonce, text, contact, kept_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING
            """,
            own ->
                Tuple.of(own, id, content.nonce(), content.text(), content.contact())
                    .addOffsetDateTime(at.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Content>> find(String id) {
    return ask(
            """
            SELECT nonce, text, contact
            FROM letter.content
            WHERE bureau = $1 AND id = $2
            """,
            own -> Tuple.of(own, id))
        .map(rows ->
            rows.size() == 0 ? Optional.empty() : Optional.of(content(rows.iterator().next())));
  }

  private static Content content(Row row) {
    return new Content(row.getString("nonce"), row.getString("text"), row.getString("contact"));
  }

  @Override
  public String name() {
    return "letters whose words are to be deleted";
  }

  @Override
  public When when() {
    return new When.Every("{suite.letters.every}");
  }

  /** What lies here is bounded by its days, and each is judged by its own letter in the ledger. */
  @Override
  public Uni<Void> look(BureauKey bureau) {
    return pool.preparedQuery("SELECT id, kept_at FROM letter.content WHERE bureau = $1")
        .execute(Tuple.of(bureau.text()))
        .flatMap(rows ->
            Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> judge(bureau, row))
                .collect()
                .last())
        .replaceWithVoid();
  }

  private Uni<Boolean> judge(BureauKey bureau, Row row) {
    String id = row.getString("id");
    return letters
        .load(PublicationStreams.LETTER.of(id))
        .flatMap(loaded ->
            isOver(loaded.state(), row.getOffsetDateTime("kept_at"))
                ? drop(bureau, id)
                : Uni.createFrom().item(false));
  }

  private boolean isOver(Letter letter, OffsetDateTime keptAt) {
    Instant now = clock.instant();
    return switch (letter) {
      case Letter.Unwritten none -> keptAt.toInstant().plus(STRAY).isBefore(now);
      case Letter.Waiting waiting -> false;
      case Letter.Drafted drafted -> false;
      case Letter.Answered answered ->
          answered.on().plusDays(DAYS).isBefore(BusinessClock.day(now));
    };
  }

  private Uni<Boolean> drop(BureauKey bureau, String id) {
    return pool.preparedQuery("DELETE FROM letter.content WHERE bureau = $1 AND id = $2")
        .execute(Tuple.of(bureau.text(), id))
        .map(rows -> rows.rowCount() > 0);
  }

  private Uni<RowSet<Row>> ask(String sql, Function<String, Tuple> parameters) {
    return asking
        .orSeed()
        .flatMap(own -> pool.preparedQuery(sql).execute(parameters.apply(own.text())));
  }
}
