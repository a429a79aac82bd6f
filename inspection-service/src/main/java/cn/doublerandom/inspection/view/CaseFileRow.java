package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One case file. */
@Entity
@Table(name = "case_file_view")
class CaseFileRow extends Document {}
