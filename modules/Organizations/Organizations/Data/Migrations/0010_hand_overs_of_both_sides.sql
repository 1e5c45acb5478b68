-- Minutes of handing over are read and signed by the organization that gives and by the one that receives, each from its own side.

drop index organizations.hand_over_unsigned;
create index hand_over_given on organizations.hand_over (province_id, giving_id, effective_on, id);
create index hand_over_received on organizations.hand_over (province_id, receiving_id, effective_on, id);
create index hand_over_unsigned on organizations.hand_over (province_id) where given_on is null or received_on is null;
