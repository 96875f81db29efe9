key-unknown = Il n’y a pas de clé « { $value } » ici. Ses trois lettres commencent chaque code qu’elle a signé ; consult key list les montre toutes.
key-still-signs = La clé { $value } signe ce qui est délivré maintenant. Créez-en d’abord une nouvelle : consult key rotate. Puis retirez à celle-ci votre confiance.
