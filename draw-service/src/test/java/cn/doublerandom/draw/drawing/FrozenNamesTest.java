package cn.doublerandom.draw.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.FrozenFrame.Named;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import java.util.List;
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
}
