package cn.doublerandom.registry.files;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.registry.application.ToldInspector;
import cn.doublerandom.registry.inspector.Qualifications.SkillLevel;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A level that is none makes no speciality of its own. */
class SkillLevelsTest {
  @TempDir Path folder;

  private Table.Content<ToldInspector> read(String skills) throws IOException {
    Path file = folder.resolve("inspectors.csv");
    Files.writeString(
        file,
        "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\nJC001,测试甲,清河县运管站,0305990001,2099-12-31," + skills + ",在岗\n");
    return InspectorTable.TABLE.content(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "道路货运:99",
        "道路货运：0",
        "维修、道路货运:高级",
        "道路货运:",
        "道路货运:1、道路货运:3",
        "道路货运 5",
        "<b>道路货运</b>"
      })
  void a_level_that_is_none_is_a_fault_at_its_cell(String skills) throws IOException {
    List<RowFault> faults = read(skills).faults();

    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().column()).isEqualTo("专长");
    assertThat(faults.getFirst().code()).isEqualTo("skill-level");
    assertThat(faults.getFirst().text()).contains("道路货运");
  }

  @Test
  void a_level_of_three_and_none_are_read() throws IOException {
    Table.Content<ToldInspector> content = read("道路货运:3、维修");

    assertThat(content.faults()).isEmpty();
    ToldInspector told = content.rows().values().iterator().next();
    assertThat(told.details().skills()).containsExactly("维修", "道路货运");
    assertThat(told.details().more().skillLevels()).containsExactly(new SkillLevel("道路货运", 3));
  }
}
