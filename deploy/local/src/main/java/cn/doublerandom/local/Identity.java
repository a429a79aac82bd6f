package cn.doublerandom.local;

import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.eventstore.person.MasterKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The keys of one data directory: what signs each ledger, what wraps the keys of people. */
record Identity(Path directory) {
  static final String WITNESS = "double-random.invalid/witness";

  static Identity of(Path data) {
    return new Identity(data.resolve("identity"));
  }

  /** Makes what is missing and writes down what everybody may know. */
  void prepare() throws IOException {
    PrivateFile.directory(directory);
    List<String> keys = new ArrayList<>();
    for (String service : Home.SERVICES) {
      keys.add(NoteKey.keptIn(log(service), origin(service)).verifierKey());
    }
    MasterKey.keptIn(master());
    PrivateFile.put(logKeys(), keys);
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
