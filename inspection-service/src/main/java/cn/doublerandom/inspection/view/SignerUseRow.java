package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** When one key last signed. */
@Entity
@Table(name = "signer_use_view")
class SignerUseRow extends Document {}
