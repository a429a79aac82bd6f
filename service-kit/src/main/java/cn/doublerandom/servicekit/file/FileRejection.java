package cn.doublerandom.servicekit.file;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals of a file that was handed in. */
public enum FileRejection implements Rejection {
  FILE_NOT_WHOLE(
      "file-not-whole",
      "文件不完整，后面的内容缺失，没有保存。请重新拍摄、重新扫描，或者选择完整的文件。",
      "The file is not whole, its end is missing; nothing is kept. Take it, scan it or choose it again.",
      Kind.INVALID);

  private final Wording wording;

  FileRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
