package cn.doublerandom.local.attack;

/** What a request must come to. */
enum Expected {
  /** 4xx, or an ended connection. */
  REFUSED {
    @Override
    boolean holds(Answer answer) {
      return answer.isRefused();
    }
  },
  /** 401: nobody has signed in. */
  SIGN_IN {
    @Override
    boolean holds(Answer answer) {
      return answer.status() == 401;
    }
  },
  /** 403: this role may not. */
  OTHER_ROLE {
    @Override
    boolean holds(Answer answer) {
      return answer.status() == 403;
    }
  },
  /** Past the border; the rules may still say no. */
  ADMITTED {
    @Override
    boolean holds(Answer answer) {
      return !answer.isForWhoAsks() && !answer.isFault() && answer.status() != Answer.NONE;
    }
  },
  /** Done as asked. */
  TAKEN {
    @Override
    boolean holds(Answer answer) {
      return answer.isTaken();
    }
  },
  /** Any answer that is no fault. */
  ANSWERED {
    @Override
    boolean holds(Answer answer) {
      return !answer.isFault() && answer.status() != Answer.NONE;
    }
  };

  abstract boolean holds(Answer answer);
}
