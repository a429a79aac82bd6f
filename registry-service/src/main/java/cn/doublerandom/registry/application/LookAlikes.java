package cn.doublerandom.registry.application;

import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.text.SearchKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says of rows that bring a firm in under a name another one bears: one of the two may be none. */
final class LookAlikes {
  private static final int MOST = 10_000;
  private static final int MOST_NAMED = 3;

  private final SubjectDirectory directory;
  private final Map<String, String> inFile = new HashMap<>();

  LookAlikes(SubjectDirectory directory) {
    this.directory = directory;
  }

  /** What is to be said of some rows of a table, by number. */
  List<RowFault> notes(Map<Integer, ToldSubject> rows) {
    Map<Integer, SubjectDetails> firms = new TreeMap<>();
    rows.forEach((number, told) -> {
      if (told.details().kind() != SubjectKind.PERSON) {
        firms.put(number, told.details());
      }
    });
    Map<String, Set<String>> known = known(firms);
    List<RowFault> notes = new ArrayList<>();
    firms.forEach((number, firm) -> note(number, firm, known, notes));
    return notes;
  }

  private void note(
      int number, SubjectDetails firm, Map<String, Set<String>> known, List<RowFault> notes) {
    var others = new TreeSet<>(known.getOrDefault(key(firm), Set.of()));
    if (others.contains(firm.id())) {
      // It bears the name already; whoever keeps the register was told.
      return;
    }
    String before = inFile.putIfAbsent(key(firm), firm.id());
    if (before != null && !before.equals(firm.id())) {
      others.add(before);
    }
    if (!others.isEmpty()) {
      notes.add(
          new RowFault(
              number,
              "名称",
              "look-alike",
              "与编码“"
                  + String.join("”、“", others.stream().limit(MOST_NAMED).toList())
                  + "”的检查对象同名，请核对是否为同一对象；照表读取，不会自动合并。"));
    }
  }

  private Map<String, Set<String>> known(Map<Integer, SubjectDetails> firms) {
    Map<String, Set<String>> known = new HashMap<>();
    if (firms.isEmpty()) {
      return known;
    }
    List<String> names = firms.values().stream().map(SubjectDetails::name).distinct().toList();
    Reading.await(() -> directory.named(names, MOST))
        .forEach(entry ->
            known
                .computeIfAbsent(key(entry.details()), k -> new TreeSet<>())
                .add(entry.details().id()));
    return known;
  }

  private static String key(SubjectDetails firm) {
    return firm.kind() + " " + SearchKey.of(firm.name());
  }
}
