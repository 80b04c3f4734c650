-- A remark of 300 characters and ten papers of two fields of 60 each are 4,548 bytes in Chinese, sealed.
ALTER TABLE card_event MODIFY COLUMN notes VARBINARY(8192) NULL;
