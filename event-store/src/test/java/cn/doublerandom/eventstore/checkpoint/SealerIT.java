package cn.doublerandom.eventstore.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.Numbering;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import cn.doublerandom.verifier.Verify;
import cn.doublerandom.verifier.Witness;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerIT {
  private static final String ORIGIN = "test.invalid/draw";

  @TempDir Path directory;

  private TestDatabase database;
  private TileLog log;
  private Checkpoints checkpoints;
  private NoteKey key;
  private Witness witness;
  private int streams;
  private final Vitals vitals = new Vitals();
  private final List<String> anchored = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
    log = new TileLog(database.pool);
    checkpoints = new Checkpoints(database.pool);
    key = NoteKey.keptIn(directory.resolve("log.key"), ORIGIN);
    witness =
        Witness.start(
            "test.invalid/witness", directory.resolve("witness"), List.of(key.verifierKey()), 0);
  }

  @AfterEach
  void stop() {
    witness.close();
    database.close();
  }

  private Sealer sealer() {
    return new Sealer(
        log,
        checkpoints,
        key,
        List.of(new WitnessClient(URI.create("http://127.0.0.1:" + witness.port()))),
        (checkpoint, cosigned) -> anchored.add(cosigned),
        new Sealer.Settings(Duration.ZERO, Duration.ZERO),
        vitals,
        () -> true);
  }

  private void seal() throws Exception {
    Sealer sealer = sealer();
    while (sealer.turn()) {
      // until every full tile is stored
    }
  }

  private void grow(int events) {
    var store = new PostgresEventStore(database.pool, () -> {});
    List<Append> appends =
        IntStream.range(0, events)
            .mapToObj(i -> new Append("g-" + streams++, 0, List.of(EventStoreContract.event("{}"))))
            .toList();
    store.appendEach(appends).await().indefinitely();
    var leader = new LedgerLeader(database.pool, e -> List.of(), () -> {});
    Numbering.all(database.pool, leader);
    leader.close();
  }

  private Path file(String name, String content) throws Exception {
    return Files.writeString(directory.resolve(name), content);
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(HexFormat.of()::formatHex).toList();
  }

  private int verify(String... arguments) {
    return Verify.run(List.of(arguments), System.out);
  }

  @Test
  void a_checkpoint_is_signed_cosigned_by_the_witness_and_anchored() throws Exception {
    grow(5);
    seal();

    Checkpoint latest = checkpoints.latest().orElseThrow();
    assertThat(latest.size()).isEqualTo(5);
    assertThat(checkpoints.cosigned(latest))
        .startsWith(ORIGIN + "\n5\n")
        .contains("\n\n— " + ORIGIN + " ")
        .contains("\n— test.invalid/witness ");
    assertThat(anchored).containsExactly(checkpoints.cosigned(latest));
    assertThat(vitals.troubles()).isEmpty();
  }

  @Test
  void proofs_from_tiles_convince_the_verifier_for_every_kind_of_size() throws Exception {
    var random = new Random(7);
    List<Long> sizes = new ArrayList<>();
    for (int step : new int[] {1, 2, 254, 1, 300, 512, 77}) {
      grow(step);
      seal();
      sizes.add(log.size());
    }
    Path checkpoint = file("checkpoint", checkpoints.cosigned(checkpoints.latest().orElseThrow()));
    long size = log.size();
    for (int i = 0; i < 25; i++) {
      long seq = 1L + random.nextInt((int) size);
      Path proof =
          file(
              "inclusion.json",
              CanonicalJson.text(
                  Map.of(
                      "seq", seq,
                      "size", size,
                      "chain", HexFormat.of().formatHex(log.leaves(seq - 1, 1).getFirst()),
                      "path", hex(log.inclusion(seq - 1, size)),
                      "root", HexFormat.of().formatHex(log.root(size)))));
      assertThat(verify("proof", proof.toString(), checkpoint.toString(), key.verifierKey()))
          .isZero();
      Files.writeString(
          proof,
          Files.readString(proof).replace("\"seq\":" + seq, "\"seq\":" + (1 + (seq % size))));
      assertThat(verify("proof", proof.toString(), checkpoint.toString(), key.verifierKey()))
          .isEqualTo(1);
    }
    for (long from : sizes) {
      Path proof =
          file(
              "consistency.json",
              CanonicalJson.text(
                  Map.of(
                      "from", from,
                      "to", size,
                      "fromRoot", HexFormat.of().formatHex(log.root(from)),
                      "toRoot", HexFormat.of().formatHex(log.root(size)),
                      "path", hex(log.consistency(from, size)))));
      assertThat(verify("proof", proof.toString(), checkpoint.toString(), key.verifierKey()))
          .isZero();
    }
  }

  @Test
  void stored_tiles_are_those_that_can_be_computed() {
    grow(700);
    byte[] before = log.root(700);
    while (log.extend()) {
      // store full tiles
    }
    assertThat(log.root(700)).isEqualTo(before);
    var growing = new MerkleTree.Growing();
    log.leaves(0, 700).forEach(growing::add);
    assertThat(growing.root()).isEqualTo(before);
  }

  @Test
  void a_ledger_whose_tail_was_cut_off_is_never_signed_again() throws Exception {
    grow(20);
    seal();
    cut(15);
    grow(2);

    assertThatThrownBy(this::seal).hasMessageContaining("no longer holds");
    assertThat(vitals.troubles()).containsKey(Sealer.PART);
  }

  @Test
  void a_tail_cut_off_together_with_its_checkpoints_is_remembered_by_the_witness()
      throws Exception {
    grow(20);
    seal();
    cut(15);
    try (var connection = database.asOwner();
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE checkpoint DISABLE TRIGGER ALL");
      statement.execute("ALTER TABLE cosignature DISABLE TRIGGER ALL");
      statement.execute("DELETE FROM checkpoint");
      statement.execute("DELETE FROM cosignature");
    }
    grow(9);
    seal();

    assertThat(checkpoints.cosigned(checkpoints.latest().orElseThrow()))
        .doesNotContain("test.invalid/witness");
    assertThat(vitals.troubles().get("witness")).contains("422");
  }

  @Test
  void a_witness_that_has_seen_more_than_an_older_copy_holds_says_what_is_missing()
      throws Exception {
    grow(20);
    seal();
    var memory =
        new WitnessMemory(
            new WitnessClient(URI.create("http://127.0.0.1:" + witness.port())), checkpoints, log);
    assertThat(memory.missing()).as("the witness has seen this and no more").isEmpty();
    Checkpoint first = checkpoints.latest().orElseThrow();
    grow(10);
    seal();
    assertThat(memory.missing()).isEmpty();
    forgetCheckpoints(first.size());
    cut(20);

    assertThat(memory.missing().orElseThrow())
        .contains("has seen 30 entries")
        .contains("no more than 20");
  }

  @Test
  void a_ledger_that_went_on_differently_from_what_the_witness_saw_is_no_newer_one()
      throws Exception {
    grow(20);
    seal();
    grow(4);
    seal();
    forgetCheckpoints(20);
    cut(20);
    grow(9);
    seal();

    assertThat(vitals.isOlder()).isTrue();
    assertThat(vitals.troubles().get(Vitals.OLDER)).contains("another ledger under this name");
    assertThat(vitals.isLeader()).isFalse();
  }

  private void forgetCheckpoints(long beyond) throws Exception {
    try (var connection = database.asOwner();
        var statement = connection.createStatement()) {
      for (String table : List.of("checkpoint", "cosignature")) {
        statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER ALL");
        statement.execute("DELETE FROM " + table + " WHERE size > " + beyond);
        statement.execute("ALTER TABLE " + table + " ENABLE TRIGGER ALL");
      }
    }
  }

  private void cut(long last) throws Exception {
    try (var connection = database.asOwner();
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE ledger DISABLE TRIGGER ALL");
      statement.execute("ALTER TABLE event DISABLE TRIGGER ALL");
      statement.execute(
          "DELETE FROM event WHERE position IN (SELECT position FROM ledger WHERE seq > "
              + last
              + ")");
      statement.execute("DELETE FROM ledger WHERE seq > " + last);
      statement.execute("ALTER TABLE ledger ENABLE TRIGGER ALL");
      statement.execute("ALTER TABLE event ENABLE TRIGGER ALL");
    }
  }

  // Computed with Python's hashlib over the definition in docs/event-store.md.
  private static final String INSPECTORS =
      "92ed3ee2b6f796309521735ed12931c85ba30b39eb523d3251735546123e1830";
  private static final String SUBJECTS =
      "3e5f2e5dc4d6c4e6c99127a9dd9f775e2e8b032676fe98d3200c11cbba12ba95";

  private void state(String stream, String topic, String value) {
    var store = new PostgresEventStore(database.pool, () -> {});
    long version = store.load(List.of(stream)).await().indefinitely().size();
    store
        .append(
            List.of(new Append(stream, version, List.of(EventStoreContract.event("{}")))),
            Optional.empty())
        .await()
        .indefinitely();
    var leader =
        new LedgerLeader(
            database.pool, e -> List.of(new Announcement(topic, e.stream(), "T", value)), () -> {});
    Numbering.all(database.pool, leader);
    leader.close();
  }

  @Test
  void a_checkpoint_signs_count_and_root_of_the_latest_states_and_of_no_older_ones()
      throws Exception {
    state("b", "draw.subjects.v1", "{\"v\":1}");
    state("企业", "draw.subjects.v1", "{\"v\":2}");
    state("b", "draw.subjects.v1", "{\"v\":3}");
    state("a", "draw.inspectors.v1", "{}");
    seal();
    Checkpoint first = checkpoints.latest().orElseThrow();
    assertThat(first.note())
        .contains(
            """

            state draw.inspectors.v1 1 4 %s
            state draw.subjects.v1 2 4 %s

            """
                .formatted(INSPECTORS, SUBJECTS));
    assertThat(StateRoots.in(first.note())).hasSize(2);

    grow(1);
    seal();
    assertThat(StateRoots.in(checkpoints.latest().orElseThrow().note()))
        .as("nothing new was told of a state: the signed one still holds")
        .isEqualTo(StateRoots.in(first.note()));
    state("b", "draw.subjects.v1", "{\"v\":4}");
    Thread.sleep(500);
    seal();
    var latest = StateRoots.in(checkpoints.latest().orElseThrow().note()).getLast();
    assertThat(latest.count()).isEqualTo(2);
    assertThat(latest.root()).isNotEqualTo(StateRoots.in(first.note()).getLast().root());
  }
}
