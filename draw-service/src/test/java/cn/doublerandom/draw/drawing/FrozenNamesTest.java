package cn.doublerandom.draw.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.FrozenFrame.Named;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A frame keeps the names of its subjects, and of nobody else. */
class FrozenNamesTest {
  private static KnownSubject known(String id, String name) {
    return new KnownSubject(id, name, "ENTERPRISE", List.of(), "ACTIVE", null, null, null);
  }

  @Test
  void whoever_stands_in_the_frame_is_named_whether_or_not_he_may_be_drawn() {
    List<FrameEntry> frame =
        List.of(new FrameEntry("S2", "A", null), new FrameEntry("S1", "A", "SUSPENDED"));
    assertThat(Named.of(frame, List.of(known("S3", "丙公司"), known("S2", "乙公司"), known("S1", "甲公司"))))
        .containsExactly(new Named("S1", "甲公司"), new Named("S2", "乙公司"));
  }

  private static List<Named> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Named("91130534%07d".formatted(i), "第" + i + "运输公司" + "长".repeat(i % 99)))
        .toList();
  }

  @Test
  void names_that_are_packed_are_the_names_that_were_given() {
    List<Named> names = many(10_000);
    assertThat(PackedNames.of(names)).isEqualTo(names).hasSameHashCodeAs(names);
    assertThat(PackedNames.of(List.of())).isEmpty();
  }

  @Test
  void each_of_a_long_frame_is_found_by_its_number_and_nobody_else() {
    List<Named> names = many(10_000);
    PackedNames packed = PackedNames.of(names);
    assertThat(names).allSatisfy(one -> assertThat(packed.find(one.subject())).contains(one));
    assertThat(packed.find("91130534")).isEmpty();
    assertThat(packed.find("911305349999999")).isEmpty();
    assertThat(packed.find("")).isEmpty();
  }

  @Test
  void names_in_another_order_stay_in_it_and_are_found() {
    List<Named> names = List.of(new Named("S2", "乙公司"), new Named("S1", "甲公司"));
    PackedNames packed = PackedNames.of(names);
    assertThat(packed).containsExactlyElementsOf(names);
    assertThat(packed.find("S1")).contains(names.getLast());
    assertThat(packed.find("S3")).isEmpty();
  }
}
