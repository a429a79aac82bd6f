package cn.doublerandom.local;

import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.eventstore.person.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The keys of one data directory: what signs each ledger, what wraps the keys of people. */
record Identity(Path directory) {
  private static final String WITNESSES = "witness-keys.txt";

  static final String WITNESS = "double-random.invalid/witness";

  static Identity of(Path data) {
    return new Identity(data.resolve("identity"));
  }

  /** Of the data a witness keeps its checkpoints beside. */
  static Identity besides(Path witnessed) {
    return new Identity(witnessed.resolveSibling("identity"));
  }

  /** What everybody may know; none where these data are a copy that has no keys. */
  List<String> verifierKeys() throws IOException {
    return Files.exists(logKeys()) ? Files.readAllLines(logKeys()) : List.of();
  }

  /** Makes what is missing and writes down what everybody may know. */
  void prepare() throws IOException {
    PrivateFile.directory(directory);
    List<String> keys = new ArrayList<>();
    for (String service : Home.SERVICES) {
      keys.add(NoteKey.keptIn(log(service), origin(service)).verifierKey());
    }
    keys.add(notices().verifierKey());
    MasterKey.keptIn(master());
    PrivateFile.put(logKeys(), keys);
  }

  /** The key of the log of notices: that of the ledger of the publication under another name. */
  private NoteKey notices() throws IOException {
    NoteKey ledger = NoteKey.keptIn(log("publication"), origin("publication"));
    return ledger.named(ledger.name() + "/notices");
  }

  /**
   * Keeps the public key of an outside witness, beside those of before: what one cosigned is shown
   * by its key for ever, also where another has taken its place since.
   */
  void noteWitness(String verifierKey) throws IOException {
    List<String> known = witnessKeys();
    if (!known.contains(verifierKey)) {
      List<String> more = new ArrayList<>(known);
      more.add(verifierKey);
      PrivateFile.directory(directory);
      PrivateFile.put(directory.resolve(WITNESSES), more);
    }
  }

  /** Public keys of all outside witnesses this data has had, the oldest first. */
  List<String> witnessKeys() throws IOException {
    Path file = directory.resolve(WITNESSES);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  static String origin(String service) {
    return "double-random.invalid/" + service;
  }

  Path log(String service) {
    return directory.resolve("checkpoint-" + service + ".key");
  }

  Path master() {
    return directory.resolve("person-master.key");
  }

  Path logKeys() {
    return directory.resolve("checkpoint-keys.txt");
  }
}
