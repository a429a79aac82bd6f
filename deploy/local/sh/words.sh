# shellcheck shell=sh
# What the front door says of itself; read by ./suite.

usage() {
  cat <<'TEXT'
用法 usage: ./suite COMMAND [OPTIONS]          每个命令都有说明 each explains itself: ./suite COMMAND --help

  build                              编译打包 compile and package everything
  test [--times] [--deep]            全部检验 the whole quality gate and all tests
  demo [--data DIR] [--times]        2023 年计划全流程 the 2023 plan from claim to public notice, on fresh data
  up [--data DIR] [--ports BASE] [--date DAY]
                                     启动全部 start everything; Ctrl-C stops it
  down [--data DIR]                  停止 stop what up started
  status [--data DIR]                现状 how each part is
  verify FILE...                     验证抽取 verify draw bundles; exit 0 only if all are OK
  verify ledger DIR [KEY...]         验证公开导出 verify a public export from its files alone
  verify proof PROOF CHECKPOINT [KEY...]
                                     验证证明 verify an inclusion or consistency proof
  verify notice ADDRESS|PDF|PROOF    验证公告 where a notice stands in the log of notices, or what is wrong
  verify notices ADDRESS|DIR         验证公示账本 every leaf and tile of the log of notices
  audit [--data DIR]                 审计 recompute chains, compare with Kafka and with what was sealed, verify every draw
  replay --into DIR                  重放账本 fold the ledger again, up to a point of the past, into files
  replay --diff                      比对 compare the live read models with replayed ones
  explain ID [--json]                来龙去脉 the story of a draw or a subject over all four services
  export --public DIR                公开导出 what everybody may have, verifiable by a stranger
  rebuild-topics                     重建消息 fill a lost broker again from PostgreSQL
  adopt-personal-data --into NEW     个人信息入密 copy ledgers in which people stand in clear into ones that seal them
  backup FILE                        备份 copy everything that cannot be derived
  restore FILE --data DIR            恢复 put a backup into a fresh cluster
  witness promise|reveal|key|deposit|open|complete
                                     抽取仪式 your own part of a ceremony: witness, supervisor or operator
  attack [--seed N] [--data DIR] [--ports BASE]
                                     攻击自己启动的一套系统 attack a suite of its own and say what broke
  faults [--seed N] [--runs K]       故障演练 kills, freezes, a full disk …, and what must hold
  bench event-store|draw|registry|drawable|scale|pages
                                     测量 measure, side by side with other programs
  fmt                                统一格式 format all Java sources
  help                               本说明 this text

退出码 exit status: 0 已完成且相符 done, and it holds; 1 未完成或不符 not done, or it does not hold; 2 命令写错 wrong command line；3 只有 audit only: AUDIT OPEN
TEXT
}

# What one command does and each option it knows. The options here are the options it takes: others are refused
# at once, before anything is built, and a test compares them with what the programs behind know.
details() {
  case $1 in
    build) cat <<'TEXT'
用法 usage: ./suite build
编译打包全部模块，第一次需几分钟。
Compiles and packages every module, and trains the AOT caches where the JDK can.
TEXT
      ;;
    test) cat <<'TEXT'
用法 usage: ./suite test [--times] [--deep]
格式、静态分析、架构规则和全部测试。
Formatting, static analysis, architecture rules and all tests.
  --times   说明时间花在哪里 say where the time went
  --deep    更多随机测试和变异测试，耗时更长 more random runs, and mutants of the rules (docs/mutants.md); takes longer
TEXT
      ;;
    demo) cat <<'TEXT'
用法 usage: ./suite demo [--data DIR] [--times]
在全新数据上演示 2023 年计划的两个任务，从认领到公示；约两三分钟（每次抽取要公开等待 60 秒）。
The two tasks of the 2023 plan from claim to public notice, on fresh data. Its ports are its own.
  --data DIR   数据目录 directory of its data, made afresh each time; default .suite/demo
  --times      说明每一步用时 say how long each step took and waited
TEXT
      ;;
    up) cat <<'TEXT'
用法 usage: ./suite up [--data DIR] [--ports BASE] [--date YYYY-MM-DD] [--https HOST]
启动 PostgreSQL、Kafka、四个服务和网关，数据保留；按 Ctrl-C 或 ./suite down 停止。
Starts everything and keeps it running; Ctrl-C or ./suite down stops it. Data are kept.
  --data DIR          数据目录 directory of all data; default .suite/data
  --ports BASE        十四个端口中的第一个 first of fourteen ports, 1024..65500; default 8080 and others
  --date YYYY-MM-DD   业务日期，仅限演示 business date, for demonstrations only
  --https HOST        也供局域网内的手机和电脑使用，HOST 为本机地址 serves the room too, by this address of the machine
TEXT
      ;;
    down) cat <<'TEXT'
用法 usage: ./suite down [--data DIR]
停止 up 启动的全部程序。
Stops what up started.
  --data DIR   数据目录 directory given to up; default .suite/data
TEXT
      ;;
    status) cat <<'TEXT'
用法 usage: ./suite status [--data DIR]
每个部分的现状：在运行、没有响应，或者何时再启动；全部在运行时退出码为 0。
How each part is: running, silent, or waiting for its next start; exit status 0 only if all run.
  --data DIR   数据目录 directory given to up; default .suite/data
TEXT
      ;;
    verify) cat <<'TEXT'
用法 usage: ./suite verify FILE...
            ./suite verify ledger [--unlisted] DIR [KEY...]
            ./suite verify proof PROOF CHECKPOINT [KEY...]
            ./suite verify notice ADDRESS|PDF|PROOF [--seen FILE] [KEY...]
            ./suite verify notices ADDRESS|DIR [--seen FILE] [KEY...]
只凭公开文件独立复算；全部相符时退出码为 0，不符为 1。
Recomputes from public files alone; exit status 0 only if all are OK, 1 where something does not hold.
  FILE                     抽取验证包 bundle of a draw, from /draw/api/v1/draws/ID/bundle
  ledger DIR               ./suite export --public 写出的目录 directory that export wrote
  --unlisted               不要求签名的文件清单（旧导出、没有密钥的副本），没有签名约束的内容不核验
                           without a signed list of its files (an older export, a copy without keys)
  proof PROOF CHECKPOINT   包含或一致性证明 inclusion or consistency proof
  notice WHAT              公告的网址、页面的 PDF 或保存的证明 address, PDF of the page, or kept proof of a notice
  notices WHERE            公示账本，例如 …/publication/log/notices the log of notices
  --seen FILE              以前见过的检查点，核对后更新 checkpoint seen before; the new one is kept in it
  KEY                      该单位公布的公钥 verifier key the office has published
TEXT
      ;;
    audit) cat <<'TEXT'
用法 usage: ./suite audit [--data DIR] [--witness DIR]
复算全部链哈希，与 Kafka、检查点和见证人所见比对，验证每一次抽取；运行中和停止后都可以。
Recomputes every chain, compares with Kafka, checkpoints and what the witness saw, verifies every draw;
exit status 0 only with AUDIT OK. Works while the suite is up and when it is not.
刚恢复、主题尚未发布时为 AUDIT OPEN，退出码 3：先 ./suite up。 Right after a restore it is AUDIT OPEN, status 3: up first.
  --data DIR      数据目录 directory of all data; default .suite/data
  --witness DIR   见证人保存检查点的目录 directory with the checkpoints a witness keeps
TEXT
      ;;
    replay) cat <<'TEXT'
用法 usage: ./suite replay --into DIR [--service S] [--to-seq N | --as-of YYYY-MM-DD] [--data DIR]
            ./suite replay --diff [--service S] [--data DIR]
从账本重新计算查询视图：写入文件（可到过去某一点），或与现在的视图比对。
Folds the ledger again: into files, up to a point of the past; or to compare with what is live.
  --into DIR           写入的目录 directory for one file per read model
  --diff               与现在的视图比对 compare the live read models with replayed ones
  --service S          registry, draw, inspection 或 or publication; default all
  --to-seq N           最后一条 the last entry to apply; needs --service
  --as-of YYYY-MM-DD   当日终了时所知 what was known at the end of that day
  --data DIR           数据目录 directory of all data; default .suite/data
TEXT
      ;;
    explain) cat <<'TEXT'
用法 usage: ./suite explain ID [--json] [--data DIR]
一次抽取或一个检查对象在四个服务中的全部经过。
The story of a draw or a subject over all four services.
  ID           抽取编号或检查对象编码 id of a draw, or code of a subject
  --json       每行一个 JSON one JSON object a line, with the whole payload
  --data DIR   数据目录 directory of all data; default .suite/data
TEXT
      ;;
    export) cat <<'TEXT'
用法 usage: ./suite export --public DIR [--data DIR]
导出任何人都可以得到的全部内容，用 ./suite verify ledger DIR 核对。
Everything public of all ledgers; ./suite verify ledger DIR checks it.
  --public DIR   写入的空目录 empty directory to write into
  --data DIR     数据目录 directory of all data; default .suite/data
TEXT
      ;;
    rebuild-topics) cat <<'TEXT'
用法 usage: ./suite rebuild-topics [--keep] [--data DIR]
            ./suite rebuild-topics --older-because REASON --by NAME [--data DIR]
Kafka 数据丢失后从 PostgreSQL 重新填入；旧的 Kafka 数据另存。先 ./suite down。
数据库比 Kafka 或见证人所见更早时不填，除非写明理由和决定人。
Fills the topics again from PostgreSQL; the old broker data are set aside. ./suite down first.
A database older than its topics or its witness is refused, unless somebody gives up what it lacks.
  --keep       保留 Kafka 数据，只补缺少的 keep the broker data and only tell what is missing
  --older-because REASON
               继续使用较早的数据库，放弃其缺少的内容，记入账本
               go on with an older database; what it lacks is given up, as an event with this reason
  --by NAME    作出决定的人 who decides that
  --data DIR   数据目录 directory of all data; default .suite/data
TEXT
      ;;
    adopt-personal-data) cat <<'TEXT'
用法 usage: ./suite adopt-personal-data --into NEW --by ACCOUNT --approved-by ACCOUNT [--data OLD]
把含有明文个人信息的旧账本逐条复制到新的数据目录，个人信息按人加密；旧目录不改动。先 ./suite down。
Copies ledgers in which people stand in clear, event by event, into a new data directory in which all of a person
is sealed; the first entry names the old root and who ordered it. The old directory stays as it was. ./suite down
first. Ends with AUDIT OK and ADOPT OK, or leaves nothing.
  --into NEW              新的空目录 empty directory for the new ledgers
  --by ACCOUNT            提出的人 who orders it
  --approved-by ACCOUNT   同意的另一人 another, who has agreed
两个账号以执行命令的人所写为准，系统不核对。 Both accounts are the word of whoever runs this; nothing checks them.
  --data OLD              旧数据目录 directory of the old ledgers; default .suite/data
TEXT
      ;;
    backup) cat <<'TEXT'
用法 usage: ./suite backup FILE [--data DIR]
备份一切不能重算的内容；identity/ 中的密钥不在内，请另行保管。
Copies everything that cannot be derived. The keys in identity/ are not in it: keep them in a safe of their own.
  FILE         写入的 zip 文件 zip file to write
  --data DIR   数据目录 directory of all data; default .suite/data
TEXT
      ;;
    restore) cat <<'TEXT'
用法 usage: ./suite restore FILE --data DIR [--identity DIR]
把备份放入空的数据目录。
Puts a backup into an empty data directory.
  FILE             backup 写出的文件 what backup wrote
  --data DIR       空的数据目录 directory to fill; default .suite/data
  --identity DIR   原来的密钥目录 directory with the keys that were in use; without it new ones are made
TEXT
      ;;
    witness) cat <<'TEXT'
用法 usage: ./suite witness STEP [OPTIONS]
抽取仪式中每个人自己的一步；秘密只保存在自己的目录里。
Each person's own part of a ceremony; what must not be known yet stays in a directory of his own.
  promise --draw ID --name NAME   见证人 witness, before the commit: choose a value, keep it, promise it
  reveal --draw ID --name NAME    见证人 witness, a minute after the commit: reveal what was promised
  key                             监督人 supervisor: make a key, register its public half
  deposit --draw ID               操作人 operator: make a secret, lay it down sealed to the supervisor's key
  open --draw ID                  监督人 supervisor: open the deposit here and say what was found
  complete --draw ID              操作人 operator (supervisor after ten minutes): reveal the secret and draw
选项 options:
  --draw ID       抽取编号 id of the draw
  --name NAME     承诺中的姓名或单位 your name in the commit
  --token FILE    本人令牌文件 file with the bearer token of your account
  --code CODE     没有账号的见证人用一次性代码 the one-time code of a witness without an account
  --value VALUE   自己掷出或想出的数值 what you throw or think of; random if absent
  --wait          等到可以公布时再公布 reveal: wait until the minute is over
  --keep DIR      自己的目录 your own directory, readable by you alone; default .suite/ceremony
  --server URL    系统地址 address of the suite; default http://localhost:8080
TEXT
      ;;
    attack) cat <<'TEXT'
用法 usage: ./suite attack [--seed N] [--data DIR] [--ports BASE]
在本机全新数据上启动一套系统并攻击它：岗位权限、令牌、地址、压缩炸弹、HTTP/1 与 HTTP/2、注入；约四分钟。
Starts a suite on fresh data, loopback only, and attacks it: roles, tokens, paths, documents that bomb, raw
HTTP/1 and HTTP/2, injection. Ends with one line ATTACK …; exit status 0 only with broken=0.
  --seed N       各轮的顺序 order of the waves; default 1
  --data DIR     数据目录，每次清空 directory of its data, made afresh each time; default .suite/attack
  --ports BASE   十五个端口中的第一个 first of fifteen ports, 1024..65500; default the first free ones from 24080
TEXT
      ;;
    faults) cat <<'TEXT'
用法 usage: ./suite faults [--seed N] [--runs K] [--only FAULT,…] [--data DIR] [--ports BASE]
故障演练：在自己的数据上边受理操作边杀进程、冻结、写满磁盘、换成较早的备份，再核对每一条已确认的操作。
Kills, freezes, a full disk, a wiped broker, two replicas, an older backup, on data of its own while commands
come in; exit status 0 only if everything acknowledged is there once, numbered, audited and all is ready again.
  --seed N       决定故障的次序和时刻 decides which faults come and when; default 1
  --runs K       次数 how many; default each fault once
  --only FAULT   只演练这些，逗号分隔 some of the faults, by name; docs/reliability.md lists them
  --data DIR     数据目录，每次新建 directory of its data, made afresh; default .suite/faults
  --ports BASE   十四个端口中的第一个 first of fourteen ports, 1024..65500
TEXT
      ;;
    bench) cat <<'TEXT'
用法 usage: ./suite bench event-store [PARTS] | draw | registry [ROWS] | drawable [ROWS [DIRECTORY]] | scale [ROWS,…] | pages [ROWS,…]
测量；结果见 benchmarks/README.md。
Measures; benchmarks/README.md says what and how.
  event-store [PARTS]   与 pgbench、Kafka 自带工具、Axon 并列 beside pgbench, Kafka's own tools and Axon;
                        PARTS of append,relay,axon,replay,projection,chain
  draw                  抽取、组队和验证 the draw, its teams and its verification
  registry [ROWS]       导入这么多检查对象并查询 import a register of so many subjects and ask it questions
  drawable [ROWS [DIRECTORY]]
                        导入之后多久可以抽取 how soon they can be drawn; DIRECTORY: 另一个已构建的工作副本
                        another checkout, built, whose draw-service is measured instead
  scale [ROWS,…]        从导入到检查的一次完整抽取，各步的秒数和内存
                        a whole draw from import to visits: seconds and memory of each step, and their growth;
                        default 10000,100000,1000000
  pages [ROWS,…]        每个页面的服务器用时 how long the server takes for each page; default 3000,200000
TEXT
      ;;
    fmt) cat <<'TEXT'
用法 usage: ./suite fmt
统一全部 Java 源文件的格式。
Formats all Java sources.
TEXT
      ;;
    help) cat <<'TEXT'
用法 usage: ./suite help
列出全部命令。
Lists all commands.
TEXT
      ;;
    *) return 1 ;;
  esac
}
