package cn.doublerandom.draw.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The numbers were computed with Python's hashlib. */
class HashesTest {
  @Test
  void a_code_handed_to_a_witness_is_kept_as_the_hash_of_it_and_of_its_draw() {
    assertThat(Hashes.ofCode("130534-2023001-001-1", "7K3M"))
        .isEqualTo("900fbc8c33b9a444be537f8522e71c0c7703fb3536b29d7f6047454d098a5db0");
  }

  @Test
  void a_receipt_is_told_by_its_plain_hash() {
    assertThat(Hashes.ofReceipt("00ff"))
        .isEqualTo("06eb7d6a69ee19e5fbdf749018d3d2abfa04bcbd1365db312eb86dc7169389b8");
  }

  @Test
  void a_sealed_draw_shows_a_hash_nobody_can_guess_its_result_from() {
    assertThat(Hashes.ofSealed("5a".repeat(32), "4e".repeat(32)))
        .isEqualTo("8a00e7901d681bb35abdc25caec004a7050e2375403c425315144e4a1b1eb41d");
  }
}
