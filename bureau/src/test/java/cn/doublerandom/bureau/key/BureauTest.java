package cn.doublerandom.bureau.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BureauTest {
  private static final DocumentNumberForm FORM = new DocumentNumberForm("柏乡交运〔{year}〕{number}号");
  private static final Map<BureauLevel, String> LEVELS =
      Map.of(BureauLevel.PROVINCE, "省级", BureauLevel.CITY, "市级", BureauLevel.COUNTY, "县级");
  private static final String CODE = "11130534MB00000001";

  @Test
  void a_bureau_serves_the_region_of_its_key() {
    var bureau =
        new Bureau(
            new BureauKey("130534.scjg"),
            "柏乡县市场监督管理局",
            CODE,
            BureauLevel.COUNTY,
            List.of("hebei-2023"),
            FORM);
    assertThat(bureau.region()).isEqualTo("130534");
    assertThat(bureau.key().text()).isEqualTo("130534.scjg");
    assertThat(bureau.name()).isEqualTo("柏乡县市场监督管理局");
    assertThat(bureau.creditCode()).isEqualTo(CODE);
    assertThat(bureau.level()).isEqualTo(BureauLevel.COUNTY);
    assertThat(bureau.rulePacks()).containsExactly("hebei-2023");
    assertThat(bureau.documents().text()).isEqualTo("柏乡交运〔{year}〕{number}号");
  }

  @ParameterizedTest
  @CsvSource({"130000,PROVINCE", "130500,CITY", "130534,COUNTY", "110101,COUNTY"})
  void the_level_is_what_the_region_is(String region, BureauLevel level) {
    assertThat(Bureau.fault(new BureauKey(region), "某局", CODE, level)).isEmpty();
    for (BureauLevel other : BureauLevel.values()) {
      if (other != level) {
        assertThat(Bureau.fault(new BureauKey(region), "某局", CODE, other))
            .contains(
                "行政区划 %s 的单位是%s，不是%s。".formatted(region, LEVELS.get(level), LEVELS.get(other)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "某局 "})
  void a_bureau_has_a_name(String name) {
    assertThat(Bureau.fault(BureauKey.SEED, name, CODE, BureauLevel.COUNTY)).isPresent();
    assertThatThrownBy(
            () -> new Bureau(BureauKey.SEED, name, CODE, BureauLevel.COUNTY, List.of(), FORM))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "11130534MB0000000", "11130534MB0000000I", "11130534mb00000001"})
  void a_bureau_has_a_credit_code(String code) {
    assertThat(Bureau.fault(BureauKey.SEED, "某局", code, BureauLevel.COUNTY)).isPresent();
  }

  @Test
  void documents_are_numbered_by_the_bureaus_own_form_and_known_by_it() {
    assertThat(FORM.of(2026, 7)).isEqualTo("柏乡交运〔2026〕7号");
    assertThat(FORM.numberIn("柏乡交运〔2026〕7号", 2026)).hasValue(7);
    assertThat(FORM.numberIn("柏乡交运〔2025〕7号", 2026)).isEmpty();
    assertThat(FORM.numberIn("柏乡市监〔2026〕7号", 2026)).isEmpty();
    assertThat(FORM.numberIn("柏乡交运〔2026〕07号", 2026)).isEmpty();
    assertThat(FORM.numberIn("柏乡交运〔2026〕7号附件", 2026)).isEmpty();
    assertThat(new DocumentNumberForm("{number}/{year}").of(2026, 12)).isEqualTo("12/2026");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "柏乡交运〔{year}〕号",
        "柏乡交运〔{year}〕{number}-{number}号",
        "{year}{number}",
        "{year}1{number}",
        " {year}-{number}"
      })
  void a_form_that_could_give_two_documents_one_number_is_none(String text) {
    assertThat(DocumentNumberForm.fault(text)).isPresent();
    assertThatThrownBy(() -> new DocumentNumberForm(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_form_has_sixty_characters_at_most() {
    String longest = "{year}" + "柏".repeat(46) + "{number}";
    assertThat(DocumentNumberForm.fault(longest)).isEmpty();
    assertThat(DocumentNumberForm.fault(longest + "号")).isPresent();
    assertThat(new DocumentNumberForm(longest).text()).isEqualTo(longest);
  }

  @Test
  void the_first_and_the_last_year_of_four_digits_number_documents() {
    assertThat(FORM.of(1000, 1)).isEqualTo("柏乡交运〔1000〕1号");
    assertThat(FORM.of(9999, 1)).isEqualTo("柏乡交运〔9999〕1号");
    assertThatThrownBy(() -> FORM.of(10000, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_document_is_of_no_year_or_without_a_number() {
    assertThatThrownBy(() -> FORM.of(26, 7)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FORM.of(2026, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
