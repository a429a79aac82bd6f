package cn.doublerandom.eventstore.person;

import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One AES-256 key per person. What is sealed with it may enter the log, Kafka and every hash;
 * destroying the key later erases the person while all hashes still verify.
 *
 * <p>People are named as in the register of whoever asks; nobody reaches a key of another scope.
 */
public final class PersonKeys {
  /** Stands where a person was erased. */
  public static final String ERASED = "（已删除）";

  /** Stands where nobody was erased and no key that is here fits: a key or a file was lost. */
  public static final String UNREADABLE = "（密钥缺失，无法读取）";

  private static final System.Logger LOG = System.getLogger(PersonKeys.class.getName());

  private final Pool pool;
  private final MasterKey master;
  private final KeyRows rows;
  private final Runnable appended;
  private final Supplier<Uni<Scope>> asking;

  /** Of the people of one scope, whoever asks. */
  public PersonKeys(Pool pool, MasterKey master, Scope scope) {
    this(pool, master, () -> {}, () -> Uni.createFrom().item(scope));
  }

  /**
   * @param appended called after an erasure, to wake the ledger
   * @param asking whose people are meant, asked for once for whatever belongs together
   */
  public PersonKeys(Pool pool, MasterKey master, Runnable appended, Supplier<Uni<Scope>> asking) {
    this.pool = pool;
    this.master = master;
    this.rows = new KeyRows(pool, master);
    this.appended = appended;
    this.asking = asking;
  }

  private Uni<KeyNames> names() {
    return asking.get().map(KeyNames::new);
  }

  /**
   * Seals one text per person, making keys as needed; base64 of nonce and ciphertext. Whoever was
   * erased, under whichever name, gets no new key: their text is left out of the answer.
   */
  public Uni<Map<Person, String>> seal(Map<Person, String> texts) {
    return names().flatMap(names -> seal(names, texts));
  }

  private Uni<Map<Person, String>> seal(KeyNames names, Map<Person, String> texts) {
    List<Person> people = List.copyOf(texts.keySet());
    String[] own = names.of(people);
    String[] fresh =
        Arrays.stream(own)
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
                .addArrayOfString(own)
                .addArrayOfString(names.formerly(people))
                .addArrayOfString(fresh)
                .addString(master.fingerprint()))
        .flatMap(inserted -> rows.keys(own))
        .map(keys -> {
          Map<Person, String> sealed = new HashMap<>();
          texts.forEach((person, text) -> {
            byte[] key = keys.get(names.of(person));
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
    return names().flatMap(names -> open(names, sealed));
  }

  private Uni<Map<Person, String>> open(KeyNames names, Map<Person, String> sealed) {
    String[] all = names.all(sealed.keySet());
    return rows.keys(all)
        .flatMap(keys -> {
          Map<Person, String> texts = new HashMap<>();
          sealed.forEach((person, text) ->
              open(keys, names.all(person), text).ifPresent(opened -> texts.put(person, opened)));
          return texts.size() == sealed.size()
              ? Uni.createFrom().item(texts)
              : rows.erased(all)
                  .map(erased -> {
                    sealed
                        .keySet()
                        .forEach(person ->
                            texts.putIfAbsent(person, missing(names.all(person), erased)));
                    return texts;
                  });
        });
  }

  /**
   * By the person's key, else by the one of before there were namespaces; empty where none fits.
   */
  private static Optional<String> open(Map<String, byte[]> keys, List<String> names, String text) {
    return names.stream()
        .flatMap(name -> Optional.ofNullable(keys.get(name)).stream())
        .flatMap(key -> PersonCipher.open(key, text).stream())
        .findFirst();
  }

  private static String missing(List<String> names, Set<String> erased) {
    if (names.stream().anyMatch(erased::contains)) {
      return ERASED;
    }
    LOG.log(System.Logger.Level.ERROR, "no key opens what is sealed of {0}", names.getFirst());
    return UNREADABLE;
  }

  /** Whether the text was sealed with the person's key of before there were namespaces. */
  public Uni<Boolean> isSealedBefore(Person person, String sealed) {
    if (sealed.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    return names()
        .flatMap(
            names -> rows.keys(names.hasFormer() ? new String[] {person.former()} : new String[0]))
        .map(keys ->
            keys.values().stream()
                .anyMatch(former -> PersonCipher.open(former, sealed).isPresent()));
  }

  /** Wraps every key that is not wrapped by this master key; the number of keys, of all scopes. */
  public Uni<Integer> wrapAll(MasterKey before) {
    return rows.wrapAll(before);
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
    if (SecondPerson.isSame(requestedBy, context.actor())) {
      return Uni.createFrom().item(Erasure.OWN_REQUEST);
    }
    return names()
        .flatMap(names -> {
          List<String> gone = withFormer ? names.all(person) : List.of(names.of(person));
          return pool.withTransaction(connection ->
              connection
                  .preparedQuery("DELETE FROM person_key WHERE person = ANY ($1)")
                  .execute(Tuple.tuple().addArrayOfString(gone.toArray(String[]::new)))
                  .flatMap(deleted ->
                      deleted.rowCount() == 0
                          ? Uni.createFrom().item(Erasure.NOBODY)
                          : note(connection, names.of(person), reason, requestedBy, context)));
        })
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
