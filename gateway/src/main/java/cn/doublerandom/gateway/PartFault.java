package cn.doublerandom.gateway;

/** Why a service said nothing, as its reader is told on his home. */
enum PartFault {
  LATE("没有及时给出%s", "did not say %s in time"),
  BUSY("正忙，没有给出%s", "is busy and did not say %s"),
  AWAY("暂时无法使用", "cannot be reached"),
  BROKEN_OFF("的应答中断", "broke off its answer"),
  TOO_LONG("给出的%s过长，无法显示", "says more of %s than can be shown"),
  SIGNED_OUT("不认可这次登录，请退出后重新登录", "does not accept this sign-in: sign out and in again"),
  UNSAID("未能给出%s", "could not say %s"),
  UNREADABLE("给出的%s无法读取", "says %s in a form that cannot be read");

  private final String chinese;
  private final String english;

  PartFault(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /** A sentence in the reader's language. */
  String sentence(Part part, PartQuestion.Called called, Look reader) {
    return reader.readsEnglish()
        ? "“%s” %s; all else goes on."
            .formatted(part.english(), english.formatted(called.english()))
        : "“%s”部分%s；其他部分不受影响。".formatted(part.chinese(), chinese.formatted(called.chinese()));
  }
}
