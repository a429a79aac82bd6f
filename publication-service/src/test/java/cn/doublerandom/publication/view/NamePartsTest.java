package cn.doublerandom.publication.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A firm is found by any part of its name and by the beginning of its code. */
class NamePartsTest {
  private static final String LONG = "清河县" + "甲乙丙丁戊己庚辛壬癸".repeat(9) + "有限公司";

  /** As the database has them in order: by bytes. */
  private static Set<String> found(String part, String subject, String name) {
    List<String> range = NameParts.range(part);
    TreeSet<byte[]> ids =
        NameParts.of(subject, name).keySet().stream()
            .map(id -> id.getBytes(StandardCharsets.UTF_8))
            .collect(Collectors.toCollection(() -> new TreeSet<>(Arrays::compareUnsigned)));
    return ids
        .subSet(
            range.get(0).getBytes(StandardCharsets.UTF_8),
            range.get(1).getBytes(StandardCharsets.UTF_8))
        .stream()
        .map(
            id -> NameParts.of(subject, name).get(new String(id, StandardCharsets.UTF_8)).subject())
        .collect(Collectors.toSet());
  }

  @Test
  void every_part_of_a_name_leads_to_its_firm() {
    String name = "清河县宏达𠮷运输有限公司";
    int[] signs = name.codePoints().toArray();
    for (int from = 0; from < signs.length; from++) {
      for (int to = from + 1; to <= signs.length; to++) {
        assertThat(found(new String(signs, from, to - from), "S-7", name))
            .as("%d to %d", from, to)
            .containsExactly("S-7");
      }
    }
  }

  @Test
  void what_is_not_in_a_name_leads_nowhere() {
    for (String other : List.of("宏大", "清河宏达", "公司公司", "7", "清河县宏达运输有限公司等")) {
      assertThat(found(other, "S-7", "清河县宏达运输有限公司")).as(other).isEmpty();
    }
  }

  @Test
  void a_code_is_found_from_its_beginning_alone() {
    assertThat(found("S-", "S-7", "甲")).containsExactly("S-7");
    assertThat(found("S-7", "S-7", "甲")).containsExactly("S-7");
    assertThat(found("-7", "S-7", "甲")).isEmpty();
  }

  @Test
  void a_part_longer_than_the_index_keeps_is_found_by_what_it_keeps() {
    assertThat(found(LONG, "S-7", LONG)).containsExactly("S-7");
    assertThat(found(LONG.substring(30), "S-7", LONG)).containsExactly("S-7");
    assertThat(NameParts.of("S-7", LONG).keySet())
        .allSatisfy(id -> assertThat(id.length()).isLessThan(NameParts.LONGEST + 10));
  }
}
