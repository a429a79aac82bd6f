package cn.doublerandom.inspection.application;

import cn.doublerandom.servicekit.identity.CodeProof;

/**
 * What a receiver proves on a topic: that it has the code of its link, and what it says by it
 * (docs/brokers.md, docs/vectors/transfer-receipt.json).
 */
final class ReceiptProof {
  private static final String FORM = "transfer-receipt/1";

  private ReceiptProof() {}

  /**
   * The proof of a receipt.
   *
   * @param codeHash SHA-256 of the code of the link, 64 lowercase hex digits
   * @return 64 lowercase hex digits
   */
  static String of(String codeHash, Receipts.Told told) {
    return CodeProof.of(codeHash, text(told));
  }

  /** Whether it is proven; takes as long whatever is wrong. */
  static boolean holds(String codeHash, Receipts.Told told) {
    return CodeProof.holds(codeHash, text(told), told.proof());
  }

  private static String text(Receipts.Told told) {
    return "%s\n%s\n%d\n%s\n%s\n"
        .formatted(FORM, told.visitId(), told.number(), told.receivedAs(), told.reference());
  }
}
