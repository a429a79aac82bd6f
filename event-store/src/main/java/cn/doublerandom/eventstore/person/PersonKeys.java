package cn.doublerandom.eventstore.person;

import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One AES-256 key per person. What is sealed with it may enter the log, Kafka and every hash;
 * destroying the key later erases the person while all hashes still verify.
 */
public final class PersonKeys {
  /** Stands where a person was erased. */
  public static final String ERASED = "（已删除）";

  /** Stands where nobody was erased and no key that is here fits: a key or a file was lost. */
  public static final String UNREADABLE = "（密钥缺失，无法读取）";

  private static final System.Logger LOG = System.getLogger(PersonKeys.class.getName());

  private final Pool pool;
  private final MasterKey master;
  private final Runnable appended;

  public PersonKeys(Pool pool, MasterKey master) {
    this(pool, master, () -> {});
  }

  /**
   * @param appended called after an erasure, to wake the ledger
   */
  public PersonKeys(Pool pool, MasterKey master, Runnable appended) {
    this.pool = pool;
    this.master = master;
    this.appended = appended;
  }

  /**
   * Seals one text per person, making keys as needed; base64 of nonce and ciphertext. Whoever was
   * erased, under whichever name, gets no new key: their text is left out of the answer.
   */
  public Uni<Map<Person, String>> seal(Map<Person, String> texts) {
    List<Person> people = List.copyOf(texts.keySet());
    String[] names = people.stream().map(Person::name).toArray(String[]::new);
    String[] fresh =
        Arrays.stream(names)
            .map(name -> master.wrap(name, PersonCipher.newKey()))
            .toArray(String[]::new);
    return pool.preparedQuery(
            """
            INSERT INTO person_key (person, key, master)
            SELECT fresh.person, fresh.key, $4
            FROM unnest($1::text[], $2::text[], $3::text[]) AS fresh (person, former, key)
            WHERE NOT EXISTS (
              SELECT FROM erased_person
              WHERE erased_person.person IN (fresh.person, fresh.former))
            ON CONFLICT (person) DO NOTHING
            """)
        .execute(
            Tuple.tuple()
                .addArrayOfString(names)
                .addArrayOfString(people.stream().map(Person::former).toArray(String[]::new))
                .addArrayOfString(fresh)
                .addString(master.fingerprint()))
        .flatMap(inserted -> keys(names))
        .map(keys -> {
          Map<Person, String> sealed = new HashMap<>();
          texts.forEach((person, text) -> {
            byte[] key = keys.get(person.name());
            if (key != null) {
              sealed.put(person, PersonCipher.seal(key, text));
            }
          });
          return sealed;
        });
  }

  /** Whether what was opened is no text but one of the two words that stand where none is. */
  public static boolean isGone(String opened) {
    return opened.equals(ERASED) || opened.equals(UNREADABLE);
  }

  /**
   * Opens one sealed text per person; {@link #ERASED} where the person was erased, and {@link
   * #UNREADABLE} where a key is missing or does not fit though nobody was.
   */
  public Uni<Map<Person, String>> open(Map<Person, String> sealed) {
    String[] names =
        sealed.keySet().stream()
            .flatMap(p -> Stream.of(p.name(), p.former()))
            .toArray(String[]::new);
    return keys(names)
        .flatMap(keys -> {
          Map<Person, String> texts = new HashMap<>();
          sealed.forEach((person, text) ->
              open(keys, person, text).ifPresent(opened -> texts.put(person, opened)));
          return texts.size() == sealed.size()
              ? Uni.createFrom().item(texts)
              : erased(names)
                  .map(erased -> {
                    sealed
                        .keySet()
                        .forEach(person -> texts.putIfAbsent(person, missing(person, erased)));
                    return texts;
                  });
        });
  }

  /**
   * By the person's key, else by the one of before there were namespaces; empty where none fits.
   */
  private static Optional<String> open(Map<String, byte[]> keys, Person person, String text) {
    return Stream.of(person.name(), person.former())
        .flatMap(name -> Optional.ofNullable(keys.get(name)).stream())
        .flatMap(key -> PersonCipher.open(key, text).stream())
        .findFirst();
  }

  private static String missing(Person person, Set<String> erased) {
    if (erased.contains(person.name()) || erased.contains(person.former())) {
      return ERASED;
    }
    LOG.log(System.Logger.Level.ERROR, "no key opens what is sealed of {0}", person.name());
    return UNREADABLE;
  }

  private Uni<Set<String>> erased(String[] people) {
    return pool.preparedQuery("SELECT person FROM erased_person WHERE person = ANY ($1)")
        .execute(Tuple.tuple().addArrayOfString(people))
        .map(rows -> {
          Set<String> erased = new HashSet<>();
          rows.forEach(row -> erased.add(row.getString("person")));
          return erased;
        });
  }

  /** Whether the text was sealed with the person's key of before there were namespaces. */
  public Uni<Boolean> isSealedBefore(Person person, String sealed) {
    if (sealed.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    return keys(new String[] {person.former()})
        .map(keys ->
            keys.values().stream()
                .anyMatch(former -> PersonCipher.open(former, sealed).isPresent()));
  }

  private Uni<Map<String, byte[]>> keys(String[] people) {
    return pool.preparedQuery("SELECT person, key, master FROM person_key WHERE person = ANY ($1)")
        .execute(Tuple.tuple().addArrayOfString(people))
        .map(this::byPerson);
  }

  private Map<String, byte[]> byPerson(RowSet<Row> rows) {
    Map<String, byte[]> keys = new HashMap<>();
    for (Row row : rows) {
      String person = row.getString("person");
      // Keys from before the master key stand there as they are, until wrapAll has been run.
      keys.put(
          person,
          row.getString("master") == null
              ? HexFormat.of().parseHex(row.getString("key"))
              : master.unwrap(person, row.getString("key")));
    }
    return keys;
  }

  /** Wraps every key that is not wrapped by this master key; the number of keys. */
  public Uni<Integer> wrapAll(MasterKey before) {
    return pool.withTransaction(connection ->
        connection
            .preparedQuery(
                """
                SELECT person, key, master FROM person_key
                WHERE master IS DISTINCT FROM $1 ORDER BY person FOR UPDATE
                """)
            .execute(Tuple.of(master.fingerprint()))
            .flatMap(rows -> {
              var old = new PersonKeys(pool, before).byPerson(rows);
              String[] people = old.keySet().toArray(String[]::new);
              String[] wrapped =
                  Arrays.stream(people)
                      .map(person ->
                          master.wrap(person, java.util.Objects.requireNonNull(old.get(person))))
                      .toArray(String[]::new);
              return connection
                  .preparedQuery(
                      """
                      UPDATE person_key SET key = fresh.key, master = $3
                      FROM unnest($1::text[], $2::text[]) AS fresh (person, key)
                      WHERE person_key.person = fresh.person
                      """)
                  .execute(
                      Tuple.tuple()
                          .addArrayOfString(people)
                          .addArrayOfString(wrapped)
                          .addString(master.fingerprint()))
                  .map(RowSet::rowCount);
            }));
  }

  /** What came of an erasure. */
  public enum Erasure {
    ERASED,
    NOBODY,
    /** The one who approves must not be the one who asked. */
    OWN_REQUEST
  }

  /**
   * Destroys a person's key for ever, with the event that says so in the same transaction.
   *
   * @param withFormer whether what was sealed before there were namespaces is the person's too; a
   *     key of that name may be somebody else's
   * @param context its actor approves
   */
  public Uni<Erasure> erase(
      Person person,
      boolean withFormer,
      String reason,
      String requestedBy,
      CommandContext context) {
    String[] names =
        withFormer ? new String[] {person.name(), person.former()} : new String[] {person.name()};
    if (SecondPerson.isSame(requestedBy, context.actor())) {
      return Uni.createFrom().item(Erasure.OWN_REQUEST);
    }
    return pool.withTransaction(connection ->
            connection
                .preparedQuery("DELETE FROM person_key WHERE person = ANY ($1)")
                .execute(Tuple.tuple().addArrayOfString(names))
                .flatMap(deleted ->
                    deleted.rowCount() == 0
                        ? Uni.createFrom().item(Erasure.NOBODY)
                        : note(connection, person.name(), reason, requestedBy, context)))
        .invoke(appended);
  }

  private static Uni<Erasure> note(
      SqlConnection connection,
      String person,
      String reason,
      String requestedBy,
      CommandContext context) {
    String stream = MemoryEvent.STREAMS + "person-" + person;
    var store = PostgresEventStore.in(connection);
    return connection
        .preparedQuery(
            """
            INSERT INTO erased_person (person, reason, approved_by, erased_at)
            VALUES ($1, $2, $3, now()) ON CONFLICT DO NOTHING
            """)
        .execute(Tuple.of(person, reason, context.actor()))
        .flatMap(noted -> store.load(List.of(stream)))
        .flatMap(before ->
            store.append(
                List.of(
                    MemoryEvent.append(
                        stream,
                        before.size(),
                        new MemoryEvent.PersonErased(person, reason, requestedBy, context.actor()),
                        context)),
                Optional.empty()))
        .map(outcome -> {
          if (outcome != AppendOutcome.APPENDED) {
            throw new IllegalStateException("two erasures of one person at once");
          }
          return Erasure.ERASED;
        });
  }
}
