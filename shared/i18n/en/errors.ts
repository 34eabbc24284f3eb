/** English twin of vi/errors.ts. */
export const errors = {
  "roster-missing":
    "The roster {{path}} was not found; check the path or plug in the stick, then open it again.",
  "roster-exists": "{{path}} exists already and was not overwritten; choose another name for the new roster.",
  "roster-foreign": "{{path}} is not a roster (.scb); the file was left as it is, choose the right one.",
  "roster-newer":
    "The roster {{path}} was made by a newer program; it was left as it is, update the program and open it again.",
  "roster-damaged":
    "The roster {{path}} is damaged somewhere, so it cannot be used any further and nothing more is written; the file was left as it is, recover it into a new file, or open the latest copy.",
  "roster-beyond-recovery":
    "The roster {{path}} cannot be recovered because the log of changes in it can no longer be read; the damaged file was left as it is and no other was made, open the latest backup, then ask the office above or whoever received exchange files of this roster to send again what they hold.",
  "recover-whose":
    "Roster {{path}} does not say any more whose it is, and the keys of this machine do not tell; the damaged file was left as it is and no other was made. Offices that can still be read in it: {{offices}}; the one that uses the roster may not be among them. Recover it on the machine of the office that kept it.",
  "recover-other-office":
    "The roster {{path}} still says that it is kept by {{office}} and not by the office of unit {{code}}; no file was made and the original was left as it is, recover it without naming an office.",
  "recover-no-unit":
    "The roster {{path}} has no unit with the code {{code}}; no file was made and the original was left as it is, check the unit code of the office that uses the roster.",
  "roster-altered":
    "{{path}} is not made as this program makes it, so it is not opened and nothing more is written: “{{name}}” $t(domain:alteration.{{what}}), another program may have changed it; the file was left as it is, open the latest copy, or recover it into a new file.",
  "roster-locked":
    "The roster {{path}} is held by {{user}} on {{host}} since {{since}}; nothing was changed, close it there and try again.",
  "roster-left":
    "A note beside roster {{path}} says that {{user}} has it open on {{host}} since {{since}}: it may be open there still, or the PC stopped or the stick was pulled out before it was closed. Nothing was changed; ask that person before you open it for editing.",
  "lock-lost":
    "Not saved: {{user}} has opened roster {{path}} for editing on {{host}} since {{since}}. What was saved before is safe and what you typed is still here; have it closed over there and save again, or save the roster as another file.",
  "roster-changed":
    "Not saved: roster {{path}} was written elsewhere while this PC had lost its lock. What you typed is still here; open the roster again to see what is new, look it over and save.",
  "roster-replaced":
    "Not saved: the roster file {{path}} is no longer in its place or was replaced by another file while it was open. What is open and what you typed are still here; save the open roster as another file, then save what you typed.",
  "roster-readonly":
    "The roster {{path}} cannot be written, its file or folder is read-only; it was left as it is, copy it to another folder.",
  "roster-unreadable":
    "The roster {{path}} cannot be read with this account; it was left as it is, ask for the right to read it.",
  "roster-disk-failed":
    "The disk or stick of the roster {{path}} can no longer be used; what was saved is safe, plug it in and open the roster.",
  "no-roster-open": "No roster is open; open or create one first.",
  "folder-taken":
    "The folder {{path}} is there already and was left as it is; no file was written. Choose another place, or rename or remove that folder and try again.",
  "folder-missing":
    "The folder {{path}} was not found; the roster is unchanged, choose another one or plug the stick in.",
  "folder-readonly": "The folder {{path}} is read-only; the roster is unchanged, choose another one.",
  "name-too-long":
    "The file name “{{name}}” is too long: at most {{limit}} $t(domain:counted.{{counted}}). Nothing was written; choose a shorter name.",
  "path-too-long":
    "The path {{path}} is too long: at most {{limit}} $t(domain:counted.{{counted}}). Nothing was written; put the file into a folder with a shorter path.",
  "name-refused":
    'Windows does not take the file name “{{name}}”. Nothing was written; choose a name without < > : " / \\ | ? *, without a dot or blank at its end, other than reserved ones such as CON or NUL.',
  "disk-full": "The disk of {{path}} is full; what was saved before is safe, free some space and try again.",
  "target-gone":
    "The stick or disk of {{path}} was removed while writing; the roster is safe, plug it in and write again.",
  "write-failed":
    "{{path}} could not be written ({{reason}}); the roster is safe, try again or choose another place.",
  "read-back-differs":
    "{{path}} reads back differently and was dropped; the roster is safe, use another stick.",
  "file-in-use":
    "Another program (mostly a virus scanner or a cloud program) has {{path}} open; what was saved is safe, wait a moment and try again.",
  "home-unusable":
    "The settings folder {{path}} cannot be used; the roster is unchanged, check its permissions.",
  "home-damaged":
    "The program's file {{path}} on this machine is damaged; it and the roster were left as they are, copy it back from a backup or send it to support.",
  "unit-unknown": "No unit has the code {{code}} on {{on}}; nothing was written, check the code and the day.",
  "post-ambiguous":
    "Several posts are called “{{value}}” on that day; nothing was saved, please give the key of the post (see the catalog).",
  "unit-ambiguous": "Several units match “{{code}}”; nothing was written, use the unit code.",
  "post-unknown": "There is no post “{{value}}”; nothing was written, choose one from the list.",
  "level-unknown": "There is no level “{{value}}”; nothing was written, choose one from the list.",
  "date-impossible": "“{{value}}”: {{why}}; nothing was saved, correct the date.",
  "date-unclear": "“{{value}}”: {{why}}; nothing was saved, correct the date.",
  "entity-unknown": "There is no entity “{{entity}}”; nothing was written, choose one from the list.",
  "field-unknown": "{{entity}} has no field “{{field}}”; nothing was written, choose one from the list.",
  "field-no-file":
    "The field “{{field}}” takes no file; nothing was written, give its content itself, without @ in front.",
  "value-invalid": "“{{value}}” is not valid for the field “{{field}}”; nothing was written, correct it.",
  "row-unknown": "There is no row {{id}} in the roster; it was left as it is, reload the list.",
  "reference-missing":
    "The row referred to ({{field}}: {{id}}) is gone; nothing was written, reload and enter again.",
  "row-in-use":
    "This row is used elsewhere in the roster and was not removed; change the places that use it first.",
  "nobody-due":
    "Nobody's step of pay falls due from {{from}} to {{to}}, so nothing was written; choose another time, or look at the lists of those who are not known or do not fit.",
  "step-not-due":
    "{{name}} $t(domain:stepNotDue.{{why}}), so nothing was written; leave that person out or correct the record first.",
  validation: "{{count}} entries are not right yet; nothing was saved, correct the marked ones.",
  "reason-too-long":
    "A reason has at most {{max}} characters, here are {{count}}; nothing was saved, please shorten it.",
  "undo-blocked":
    "It cannot be undone, {{by}} edited the data again at {{at}}; the roster is unchanged, undo the later edit first.",
  "undo-done":
    "This was undone already at {{at}}; the roster is unchanged, to have it again undo that undo (change {{laterChangeId}}).",
  "undo-proposal":
    "This is a proposal that was not accepted, so there is nothing to undo; the roster is unchanged, to withdraw it ask the office that decides to refuse it.",
  "undo-settled":
    "What was shown was kept when this was settled, so undo gives nothing back; the roster is unchanged, to have another value edit the record.",
  "undo-trust":
    "Trusting or revoking a key cannot be undone; roster and trust are unchanged, to trust a key again add that office's key card and compare it again, to trust one no more revoke it.",
  "undo-nothing": "There is nothing left to undo; the roster is unchanged.",
  "rules-file-missing": "The rules file {{path}} was not found; the roster is unchanged, check the path.",
  "rules-file-unreadable":
    "The rules file {{path}} cannot be read; the roster is unchanged, check the permission or close the program that holds the file and try again.",
  "rules-file-foreign":
    "{{path}} is no rules file that this program made; the roster is unchanged, choose the right file.",
  "rules-file-newer":
    "The rules file {{path}} was made by a newer version of the program and cannot be read whole; the roster is unchanged, update the program and import again.",
  "rules-file-field":
    "The rules file {{path}} has something that cannot be read at “{{at}}”; the roster is unchanged, correct it in the file and import again.",
  "rules-file-row":
    "“{{row}}” in the rules file {{path}} cannot be written at “{{field}}”: {{sentence}} The roster is unchanged; correct it in the file and import again.",
  "rules-file-reference":
    "The rules file {{path}} names “{{key}}”, but neither the file nor the roster has a text or post with this key; the roster is unchanged, add it to the file or correct the key.",
  "rules-file-repeated":
    "The rules file {{path}} has “{{row}}” twice, so which of the two is meant cannot be told; the roster is unchanged, take one out of the file (or change id or key if they are two) and import again.",
  "list-file-columns":
    "{{path}} has no column “Tên”; the roster is unchanged, write a line of headings (Mã, Tên, Mã cũ, Cách ghi khác, Hiệu lực từ, Đến; at least Tên) and import again.",
  "list-file-long":
    "{{path}} has more than {{most}} rows, which is longer than a code list; the roster is unchanged, check whether it is the right file.",
  "list-file-refused":
    "The code list in {{path}} was not taken in, since {{count}} mistakes are left. {{first}} The roster is unchanged; correct the file and import again.",
  "rules-contradict":
    "Two rules contradict each other $t(domain:ruleDifference.{{differs}}) and speak of {{whom}} at the same time: {{first}} asks for {{firstAsks}}; {{second}} asks for {{secondAsks}}. Nothing was written; make them one rule with both level and field, or change the conditions or the days of one of them, or let one be for single posts, since a rule for posts is asked before one for groups.",
  "plan-standard": "There is no standard “{{value}}”; the roster is unchanged, choose one of: {{known}}.",
  "plan-target":
    "The target is a whole number from 1 to 100 (per cent of people who meet the standard), not “{{value}}”; the roster is unchanged.",
  "plan-gone":
    "This plan is not open any more, since another one was made or the roster was closed; the roster is unchanged, make the plan again.",
  "plan-day-past":
    "The day of the target, {{day}}, lies before {{today}}, the day that is counted from; the roster is unchanged, choose {{today}} or later.",
  "standard-not-counted":
    "This roster does not count the standard $t(domain:standard.{{standard}}), so there are no figures of it; the roster is unchanged, choose it among the standards that count on the screen for rules.",
  "rules-circle":
    "{{first}} cannot detail {{second}}, since {{second}} details that very text. Nothing was written; choose another base or leave it blank.",
  "rules-deep":
    "{{set}} details a line of more than {{most}} texts, one behind the other. Nothing was written; choose a base nearer to the top or leave it blank.",
  "form-ambiguous":
    "Several layouts bear the key “{{form}}”; no file was written, give the row id of the one to print.",
  "clock-no-file":
    "The computer's clock shows a day outside the years 1980 – 2099, so no Word file can be written; the roster is unchanged and no file was written: set the clock right, or choose another format.",
  "form-unknown": "There is no report form “{{form}}”; no file was written, known forms: {{known}}.",
  "format-unknown":
    "The format “{{format}}” cannot be written; no file was written, known formats: {{known}}.",
  "layout-invalid":
    "The report layout “{{layout}}” cannot be used because of “{{at}}”; no file was written, correct the layout.",
  "copy-too-large":
    "{{rows}} rows are selected and {{most}} can be copied at once; nothing was copied and the roster is untouched. Select fewer rows or export the list to a file.",
  "edit-too-large":
    "{{rows}} people are selected and {{most}} can be edited at once; nothing was changed and the roster is untouched. Select fewer people and edit them in several goes.",
  "views-full":
    "The roster has {{most}} views already; this one was not saved, the others are untouched. Remove one and save again.",
  "file-not-opened":
    "This PC could not open {{path}} ({{reason}}). The file is there and whole; open its folder, then open it with a program that can read it.",
  "too-many-rows":
    "The list has {{rows}} rows; this kind of file takes at most {{most}}. No file was written; choose Excel or CSV, or a narrower scope.",
  "listing-needs":
    "The form {{form}} needs --{{option}}; no file was written, please add --{{option}} and run it again.",
  "listing-row":
    "The roster has {{found}} classes, plans or terms named “{{name}}”; no file was written, please give the exact name or the row's id.",
  "view-unknown": "The roster has no view “{{view}}”; no file was written, known views: {{known}}.",
  "pdf-unavailable":
    "The PDF could not be made ({{reason}}); the roster is safe, export XLSX or install what is missing.",
  "printer-missing":
    "This PC has no printer; nothing was printed and the preview is still here. Install a printer and press Print again, or press Save PDF to print elsewhere.",
  "print-failed":
    "The printer could not print ({{reason}}); the roster is safe and the preview is still here. Check the printer and press Print again, or press Save PDF.",
  "packet-missing":
    "The exchange file {{path}} was not found; the roster is unchanged, check the path or plug the stick in again.",
  "packet-foreign":
    "{{path}} is not an exchange file (.scbsync); the roster is unchanged, choose the right file.",
  "packet-truncated":
    "The exchange file {{path}} is cut off, perhaps by a pulled stick; the roster is unchanged, copy it again or ask the sender to write it again.",
  "packet-damaged":
    "The exchange file {{path}} is damaged and was not taken in; the roster is unchanged, copy it again or ask the sender to write it again.",
  "packet-unproven":
    "The exchange file {{path}} bears no valid signature of those who wrote its changes, and nothing of it was taken in; the roster is unchanged, ask the sender to write it again, and if that does not help ask that office itself.",
  "packet-newer":
    "The exchange file {{path}} was written by a newer version of the program; the roster is unchanged and the file was kept, update the program and receive it again.",
  "packet-not-for-us":
    "The exchange file {{path}} is not for this office and cannot be opened; the roster is unchanged, ask the sender to write it for this office's present key card.",
  "packet-too-large":
    "The exchange file {{path}} is larger than it declares and was not taken in; the roster is unchanged, ask the sender.",
  "sender-unknown":
    "The sender of {{path}} (by its own account {{office}}, fingerprint {{fingerprint}}) is not trusted yet; the roster is unchanged, compare the fingerprint with the printed card and add the card first.",
  "sender-changed":
    "{{path}} is signed with the key of {{office}}, but the card in it says “{{claimed}}” (code {{code}}), unlike the card that was compared; nothing was taken in, ask that office for its new printed card, compare the new fingerprint and receive again.",
  "sender-revoked":
    "The key of the sender of {{path}} ({{office}}) was revoked; the roster is unchanged, ask that office for a file written with its new key.",
  "card-foreign": "{{path}} is not a key card (.scbkey); nothing was changed, choose the right file.",
  "card-damaged":
    "The key card {{path}} was altered or damaged; nothing was changed, ask that office for a new card.",
  "card-own": "{{path}} is this office's own key card and need not be added; nothing was changed.",
  "fingerprint-differs":
    "The fingerprint typed does not match the card {{path}}; the card is not trusted, compare group by group with the paper.",
  "proposal-unknown":
    "Nothing was decided, the roster is as it was: “{{name}}” names no single proposal that waits. See the id of each and the mark of its office in the list of proposals.",
  "office-unknown":
    "No trusted office has the fingerprint {{fingerprint}}; no file was written, add that office's key card first.",
  "no-addressee":
    "There is no office to send to yet; no file was written, add the superior office's key card first.",
  "key-revoked":
    "This key was revoked: {{who}}. No key was trusted; ask whoever revoked it. Only if that office surely keeps the key, confirm to trust it.",
  "mass-unconfirmed":
    "This changes much and needs a confirmation: {{what}}; the roster is unchanged, look again and type those numbers to agree.",
  "receive-gone":
    "There is no preview open any more; the roster is unchanged, choose the files and look again.",
  "reception-undo-blocked":
    "This reception cannot be taken back, because the roster was edited or further files were received on top of it; the roster is unchanged, undo what came later first.",
  "conflict-unknown":
    "There is no conflict {{id}} (it may have been settled); the roster is unchanged, reload the list.",
  "conflict-choice":
    "This conflict has {{count}} values and none with the id {{n}} (another file may have changed the list); the roster is unchanged, look at the list again and choose by the value's id.",
  "document-empty": "The file is empty and cannot be kept in the roster. Check the file and choose it again.",
  "document-too-large":
    "The file is larger than {{megabytes}} MB and cannot be kept in the roster. Scan it at a lower resolution or split it.",
  "document-unknown":
    "The roster has no document {{hash}}. Open the record again and choose a document there.",
  "document-unreadable": "The file {{path}} cannot be read. Check the path and the right to read it.",
  "photo-foreign": "This file is no JPEG or PNG picture; the record stays as it was. Choose another picture.",
  "photo-too-large":
    "The picture is larger than {{megabytes}} MB; the record stays as it was. Make it smaller and choose it again.",
  "scan-foreign":
    "A scan must be a PDF, JPEG or PNG file; the record stays as it was. Save the scan as PDF and choose it again.",
  "document-waiting":
    "This file has not come to the roster yet (waiting for the file). Ask the office that entered it to send a packet with files.",
  "workbook-missing":
    "The file {{path}} was not found; the roster is unchanged, check the path or plug the stick in, then choose it again.",
  "workbook-no-file":
    "{{path}} is no file that can be read (perhaps a folder, or links that lead in a circle); the roster is unchanged, choose the workbook itself.",
  "workbook-unreadable":
    "The file {{path}} cannot be read, this account lacks the right or the disk fails; the roster is unchanged, copy the file to another folder and choose it again.",
  "workbook-in-use":
    "Another program (mostly Excel) keeps {{path}} to itself, so it cannot be read; the roster is unchanged, save and close it there, then choose it again.",
  "workbook-foreign":
    "{{path}} is no workbook but $t(domain:workbook.foreign.{{what}}); the roster is unchanged, open the file, save it as Excel (.xlsx) and choose that, or choose another file.",
  "workbook-password":
    "{{path}} has a password and cannot be read; the roster is unchanged, open it in Excel, take the password off, save it and choose it again.",
  "workbook-empty":
    "There is no cell with anything in it in {{path}}; the roster is unchanged, check the file or choose another one.",
  "workbook-damaged":
    "{{path}} is damaged, cut off or not made as it should be, and cannot be read to its end; the roster is unchanged, copy it again, or open it in Excel, save it as a new file and choose that.",
  "workbook-too-large":
    "{{path}} is larger than can be read: at most {{limit}} $t(domain:workbook.limit.{{what}}); the roster is unchanged, take out rows, columns, formats and pictures that are not needed, or split it into several files.",
  "workbook-long-cell":
    "Cell {{cell}} of {{path}} is longer than {{limit}} letters, more than any spreadsheet program holds; the roster is unchanged, shorten or clear that cell, then choose the file again.",
  "import-no-table":
    "No row of headings with a column of names was found in {{path}}; the roster is unchanged, say which sheet and row the headings are in, or name the column “Họ và tên” and choose the file again.",
  "import-no-rows":
    "The table in {{path}} has headings and no people; the roster is unchanged, check the file or choose another sheet.",
  "import-sheet-unknown":
    "The file {{path}} has no sheet “{{sheet}}” (only: {{known}}); the roster is unchanged, check the name.",
  "import-headings":
    "The sheet “{{sheet}}” has two rows of headings that differ (rows {{first}} and {{second}}), so it is not clear what the columns are; the roster is unchanged, part them into two sheets, or say which row holds the headings and which one is the last.",
  "import-merged":
    "The sheet “{{sheet}}” has a merged cell {{range}} over several people in a column that is one person's; the roster is unchanged, unmerge it, fill it in for each person and choose the file again.",
  "import-twice":
    "On the sheet “{{sheet}}” both columns {{first}} and {{second}} were chosen to be “{{label}}”; the roster is unchanged, choose each item for one column.",
  "import-map-invalid":
    "The file {{path}} is no valid file of columns or answers (at {{at}}); the roster is unchanged, mend the file and run the command again.",
  "import-answer-unknown":
    "There is no question “{{key}}” in this import; the roster is unchanged, look at the list of questions and answer by their keys.",
  "import-answer-unfit":
    "The question “{{key}}” cannot be answered by “{{answer}}”; the roster is unchanged, look at the choices of that question.",
  "import-gone":
    "This import was closed (the roster was closed, or another file was opened to be imported); the roster is unchanged, choose the file again.",
  "import-changed":
    "The roster was changed since the preview, so the import would come out differently; nothing was imported, look at the preview again and import once more.",
  "not-allowed":
    "You are not allowed to $t(domain:need.{{need}}); the roster is as it was, ask whoever is in charge of it.",
  cancelled: "Stopped as asked; the roster is unchanged.",
  "work-ended":
    "The work broke off half-way and nothing says why; the computer may be short of memory. The roster is as it was: close other programs and try again.",
  busy: "Other work is under way; the roster is unchanged, wait for it and try again.",
  usage: "The command is not right: {{detail}}",
  "bad-request":
    "The request is not valid ({{detail}}); the roster is unchanged, restart the program if it comes again.",
  internal:
    "The program met an unexpected failure ({{reference}}); saved data is safe, restart it and report this to support.",
} as const;
